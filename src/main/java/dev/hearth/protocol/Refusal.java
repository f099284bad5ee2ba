package dev.hearth.protocol;

import static java.util.Objects.requireNonNull;

import dev.hearth.model.ErrorCode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The error in an acknowledgement: `{error: {code, message, retryAfterMs?}}`, or `{error: "why"}`
/// as others write it.
///
/// @param retryAfter how long to wait before the same request may be tried again; empty when trying
///   again would not help
public record Refusal(ErrorCode code, String message, Optional<Duration> retryAfter) {
    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(1);
    private static final long LONGEST_WAIT_MILLIS = 60_000;

    public Refusal {
        requireNonNull(code);
        requireNonNull(message);
        requireNonNull(retryAfter);
    }

    /// Empty when the acknowledgement says that all is well.
    public static Optional<Refusal> in(List<? extends @Nullable Object> ackArguments) {
        if (ackArguments.isEmpty() || !(ackArguments.getFirst() instanceof Map<?, ?> answer)) {
            return Optional.empty();
        }
        return switch (answer.get("error")) {
            case Map<?, ?> error -> Optional.of(of(error));
            case String why -> Optional.of(new Refusal(ErrorCode.REFUSED, why, Optional.empty()));
            case null -> Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Refusal of(Map<?, ?> error) {
        String name = Fields.text(error, "code").orElse("");
        ErrorCode code =
                Arrays.stream(ErrorCode.values())
                        .filter(each -> each.wire().equals(name))
                        .findFirst()
                        .orElse(ErrorCode.REFUSED);
        boolean passes =
                code == ErrorCode.BUSY || code == ErrorCode.RATE || code == ErrorCode.STORAGE;
        return new Refusal(
                code,
                Fields.text(error, "message").orElse("The server refused it."),
                passes ? Optional.of(wait(error)) : Optional.empty());
    }

    private static Duration wait(Map<?, ?> error) {
        OptionalLong millis = Fields.number(error, "retryAfterMs");
        return millis.isPresent()
                ? Duration.ofMillis(Math.clamp(millis.getAsLong(), 10, LONGEST_WAIT_MILLIS))
                : DEFAULT_WAIT;
    }
}
