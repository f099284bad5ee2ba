package dev.hearth.protocol;

import dev.hearth.model.EntryId;
import dev.hearth.model.RoomId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Who wants to come in, and what they hold already: `{name?, guest?, token?, newToken?, have?:
/// {room: {after, id}}, key?, sig?, passcode?}`.
///
/// @param name the name that the person wishes for; empty: as before, or as the host chooses
/// @param guest whether the person comes as a guest: no member, forgotten unless they write
/// @param token what the same host gave at an earlier welcome
/// @param newToken a secret that the client made: the token of a new person, so that who asks again
///   after a lost welcome is the same one
/// @param have the newest entry held of each room
/// @param key an Ed25519 public key; no host asks for one yet
public record Enter(
        Optional<String> name,
        boolean guest,
        Optional<String> token,
        Optional<String> newToken,
        Map<RoomId, Held> have,
        Optional<String> key,
        Optional<String> signature,
        Optional<String> passcode) {
    private static final int ROOMS = 10_000;

    /// 256 bits or more, in base64url.
    private static final Pattern NEW_TOKEN = Pattern.compile("[A-Za-z0-9_-]{43,128}");

    /// The newest entry that is held of a room, and all before it that matter.
    public record Held(long after, EntryId id) {}

    public Enter {
        have = Map.copyOf(have);
    }

    /// Without key or passcode.
    public Enter(
            Optional<String> name,
            boolean guest,
            Optional<String> token,
            Optional<String> newToken,
            Map<RoomId, Held> have) {
        this(
                name,
                guest,
                token,
                newToken,
                have,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// Malformed optional fields are ignored.
    public static Enter read(Map<?, ?> map) {
        Map<RoomId, Held> have = new LinkedHashMap<>();
        Fields.map(map, "have")
                .ifPresent(
                        rooms ->
                                rooms.forEach(
                                        (room, held) -> {
                                            if (held instanceof Map<?, ?> it
                                                    && have.size() < ROOMS) {
                                                held(it).ifPresent(
                                                                known ->
                                                                        have.put(
                                                                                new RoomId(
                                                                                        String
                                                                                                .valueOf(
                                                                                                        room)),
                                                                                known));
                                            }
                                        }));
        return new Enter(
                Fields.text(map, "name").filter(name -> !name.isBlank()),
                Boolean.TRUE.equals(map.get("guest")),
                Fields.text(map, "token").filter(token -> !token.isEmpty()),
                Fields.text(map, "newToken").filter(token -> NEW_TOKEN.matcher(token).matches()),
                have,
                Fields.text(map, "key"),
                Fields.text(map, "sig"),
                Fields.text(map, "passcode"));
    }

    private static Optional<Held> held(Map<?, ?> map) {
        OptionalLong after = Fields.number(map, "after");
        return after.isEmpty() || after.getAsLong() < 0
                ? Optional.empty()
                : Fields.text(map, "id").map(id -> new Held(after.getAsLong(), new EntryId(id)));
    }

    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        name.ifPresent(it -> map.put("name", it));
        if (guest) {
            map.put("guest", true);
        }
        token.ifPresent(it -> map.put("token", it));
        newToken.ifPresent(it -> map.put("newToken", it));
        if (!have.isEmpty()) {
            Map<String, Object> rooms = new LinkedHashMap<>();
            have.forEach(
                    (room, held) ->
                            rooms.put(
                                    room.value(),
                                    Map.of("after", held.after(), "id", held.id().value())));
            map.put("have", rooms);
        }
        key.ifPresent(it -> map.put("key", it));
        signature.ifPresent(it -> map.put("sig", it));
        passcode.ifPresent(it -> map.put("passcode", it));
        return map;
    }
}
