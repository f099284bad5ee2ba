package dev.hearth.log;

import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;

/// The log could not be read or written: always [ErrorCode#STORAGE], and why.
public final class StorageException extends HearthException {
    /// What is wrong with the disk or the file.
    public enum Reason {
        /// No space is left; goes on by itself when there is.
        FULL,
        /// The disk or the file cannot be read or written.
        UNREACHABLE,
        /// The content is damaged; the next start saves what can be read.
        DAMAGED,
        /// Another program holds the file.
        IN_USE,
        /// A newer Hearth wrote the file.
        NEWER,
        /// The log is closed.
        CLOSED,
        /// Reading took so long that it was ended.
        SLOW,
        /// Anything else: a fault of the program.
        FAULT
    }

    private final Reason reason;

    public StorageException(Reason reason, Throwable cause) {
        super(ErrorCode.STORAGE, sentence(reason), cause);
        this.reason = reason;
    }

    public StorageException(Reason reason) {
        super(ErrorCode.STORAGE, sentence(reason));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    private static String sentence(Reason reason) {
        return switch (reason) {
            case FULL -> "The disk is full. Free some space; the chat goes on by itself.";
            case UNREACHABLE -> "The chat's log cannot be read or written. Check the disk.";
            case DAMAGED ->
                    "The chat's log is damaged. What can be read of it is saved when the chat starts again.";
            case IN_USE -> "Another program holds the chat's log.";
            case NEWER -> "A newer Hearth wrote this chat's log. Update this one.";
            case CLOSED -> "The chat's log is closed.";
            case SLOW -> "Reading the chat's log took too long. Try again.";
            case FAULT -> "The chat's log could not be read or written.";
        };
    }
}
