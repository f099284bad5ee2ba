package dev.hearth.protocol;

import dev.hearth.model.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The error in an acknowledgement: `{error: {code, message, retryAfterMs?}}`, `{error: "code",
/// message}`, or `{error: "why"}` as others write it.
///
/// @param retryAfter how long to wait before the same request may be tried again; empty when trying
///   again would not help
public record Refusal(ErrorCode code, String message, Optional<Duration> retryAfter) {
    private static final String NO_REASON = "The server refused it.";
    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(1);
    private static final long LONGEST_WAIT_MILLIS = 60_000;

    /// Empty when the acknowledgement says that all is well.
    public static Optional<Refusal> in(List<? extends @Nullable Object> ackArguments) {
        if (ackArguments.isEmpty() || !(ackArguments.getFirst() instanceof Map<?, ?> answer)) {
            return Optional.empty();
        }
        return switch (answer.get("error")) {
            case Map<?, ?> error ->
                    Optional.of(of(Fields.text(error, "code").orElse(""), error, NO_REASON));
            case String error -> Optional.of(of(error, answer, error));
            case null, default -> Optional.empty();
        };
    }

    private static Refusal of(String codeName, Map<?, ?> said, String otherwise) {
        ErrorCode code = ErrorCode.ofWire(codeName).orElse(ErrorCode.REFUSED);
        boolean passes = code.retry() == ErrorCode.Retry.LATER;
        return new Refusal(
                code,
                WireBounds.cut(
                        Fields.text(said, "message").orElse(otherwise),
                        WireBounds.SENTENCE_CHARACTERS),
                passes ? Optional.of(wait(said)) : Optional.empty());
    }

    private static Duration wait(Map<?, ?> error) {
        OptionalLong millis = Fields.number(error, "retryAfterMs");
        return millis.isPresent()
                ? Duration.ofMillis(Math.clamp(millis.getAsLong(), 10, LONGEST_WAIT_MILLIS))
                : DEFAULT_WAIT;
    }
}
