package dev.hearth.ui.kit;

import static java.util.Objects.requireNonNull;

import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What went wrong, in words for a person.
///
/// @param sentence what is wrong
/// @param advice what to try; empty when the sentence says it all
/// @param code the small print
public record Problem(String sentence, String advice, String code) {
    private static final Logger LOG = LoggerFactory.getLogger(Problem.class);

    public Problem {
        requireNonNull(sentence);
        requireNonNull(advice);
        requireNonNull(code);
    }

    public static Problem of(ErrorCode code, String sentence) {
        String key = "advice." + code.name();
        return new Problem(sentence, Texts.has(key) ? Texts.text(key) : "", code.wire());
    }

    /// An expected failure keeps its own sentence; anything else is logged, and shown without its
    /// details.
    public static Problem of(Throwable error) {
        Throwable cause = error;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof HearthException expected) {
            return of(expected.code(), expected.sentence());
        }
        LOG.error("unexpected failure", cause);
        return new Problem(
                Texts.text("error.unexpected"), Texts.text("advice.unexpected"), "unexpected");
    }
}
