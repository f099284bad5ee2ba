package dev.hearth.ui.kit;

import dev.hearth.model.FailureCode;
import dev.hearth.model.FailureText;
import dev.hearth.model.HearthException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What went wrong, in words for a person.
///
/// @param sentence what is wrong, and what to try
/// @param code the small print
public record Problem(String sentence, String code) {
    private static final Logger LOG = LoggerFactory.getLogger(Problem.class);

    public static Problem of(FailureCode code, String sentence) {
        return new Problem(sentence(code, sentence), code.word());
    }

    /// What to show for a failure that came with a sentence in English.
    public static String sentence(FailureCode code, String sentence) {
        return FailureText.of(code, sentence, Texts.locale());
    }

    /// An expected failure is told as [FailureText] has it; anything else is logged, and shown
    /// without its details.
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
        return new Problem(Texts.text("error.unexpected"), "unexpected");
    }
}
