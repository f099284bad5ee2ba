package dev.hearth.cli;

/// The command line asks for something that does not exist.
final class UsageException extends RuntimeException {
    UsageException(String sentence) {
        super(sentence);
    }

    /// The sentence for a person.
    String sentence() {
        return String.valueOf(getMessage());
    }
}
