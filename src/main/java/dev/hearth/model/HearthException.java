package dev.hearth.model;

import static java.util.Objects.requireNonNull;

/// An expected failure, with a sentence that a person can act on. Shown without a stack trace.
public class HearthException extends RuntimeException {
    private final FailureCode code;

    public HearthException(FailureCode code, String sentence) {
        super(requireNonNull(sentence));
        this.code = requireNonNull(code);
    }

    public HearthException(FailureCode code, String sentence, Throwable cause) {
        super(requireNonNull(sentence), cause);
        this.code = requireNonNull(code);
    }

    public FailureCode code() {
        return code;
    }

    /// The sentence for a person.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
