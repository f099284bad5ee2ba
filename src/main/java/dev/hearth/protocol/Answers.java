package dev.hearth.protocol;

import dev.hearth.model.Accepted;
import dev.hearth.model.BanReach;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Acknowledgements on `/hearth`: `{ok: true, …}` or `{ok: false, error: {code, message,
/// retryAfterMs?}}`. Refusals are read by [Refusal]. Stateless.
public final class Answers {
    private Answers() {}

    /// `{ok: true}`, to which more may be added.
    public static Map<String, Object> ok() {
        return Wire.map("ok", true);
    }

    /// `{ok: true, room, seq}`.
    public static Map<String, Object> accepted(Accepted accepted) {
        Map<String, Object> map = ok();
        map.put("room", accepted.room().value());
        map.put("seq", accepted.seq());
        return map;
    }

    /// The answer to a ban from the chat: also `held: {address, until}` and `notice`, a sentence.
    public static Map<String, Object> accepted(Accepted accepted, BanReach reach) {
        Map<String, Object> map = accepted(accepted);
        map.put("held", Map.of("address", reach.address(), "until", reach.until().toEpochMilli()));
        map.put("notice", reach.notice());
        return map;
    }

    /// Empty when the answer does not tell.
    public static Optional<BanReach> readReach(Map<?, ?> map) {
        return Fields.map(map, "held")
                .map(
                        held ->
                                new BanReach(
                                        Instant.ofEpochMilli(
                                                Fields.number(held, "until").orElse(0)),
                                        Boolean.TRUE.equals(held.get("address")),
                                        Fields.text(map, "notice").orElse("")));
    }

    public static Map<String, Object> refused(
            ErrorCode code, String sentence, Optional<Duration> retryAfter) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code.wire());
        error.put("message", sentence);
        retryAfter.ifPresent(wait -> error.put("retryAfterMs", wait.toMillis()));
        Map<String, Object> map = Wire.map("ok", false);
        map.put("error", error);
        return map;
    }

    /// The map in an acknowledgement, if it says ok.
    public static Optional<Map<?, ?>> ok(List<? extends @Nullable Object> ackArguments) {
        return !ackArguments.isEmpty()
                        && ackArguments.getFirst() instanceof Map<?, ?> map
                        && Boolean.TRUE.equals(map.get("ok"))
                ? Optional.of(map)
                : Optional.empty();
    }

    /// Empty when it does not say where in which log.
    public static Optional<Accepted> readAccepted(Map<?, ?> map) {
        long seq = Fields.seq(map, "seq").orElse(0);
        return Fields.id(map, "room")
                .filter(_ -> seq > 0)
                .map(room -> new Accepted(new RoomId(room), seq));
    }
}
