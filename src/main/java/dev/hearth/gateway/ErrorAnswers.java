package dev.hearth.gateway;

import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.protocol.Answers;
import dev.hearth.protocol.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How failures are told on `/hearth`. Stateless.
final class ErrorAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

    private ErrorAnswers() {}

    /// Why something failed; what nobody expected is logged, and passes for a failure of the store.
    static Refusal of(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        if (cause instanceof HearthException expected) {
            ErrorCode code = ErrorCode.told(expected.code());
            return new Refusal(code, expected.sentence(), code.retryAfter());
        }
        LOG.error("a request failed", cause);
        return new Refusal(
                ErrorCode.STORAGE,
                "The host could not do this. Try again.",
                ErrorCode.STORAGE.retryAfter());
    }

    static Refusal tooFast(Duration wait) {
        return new Refusal(
                ErrorCode.RATE,
                "That is more than this chat takes in so short a time.",
                Optional.of(wait));
    }

    static Map<String, Object> answer(Refusal refusal) {
        return Answers.refused(refusal.code(), refusal.message(), refusal.retryAfter());
    }
}
