package dev.hearth.cli;

import dev.hearth.client.MessageArguments;
import java.util.Optional;

/// `--arguments`: what a message to a plain Socket.IO server consists of.
public enum MessageForm {
    AUTO,
    TEXT,
    CALLBACK,
    NAME,
    OFFSET;

    /// Empty when it is to be found out.
    public Optional<MessageArguments> chosen() {
        return switch (this) {
            case AUTO -> Optional.empty();
            case TEXT -> Optional.of(MessageArguments.TEXT);
            case CALLBACK -> Optional.of(MessageArguments.CALLBACK);
            case NAME -> Optional.of(MessageArguments.NAME);
            case OFFSET -> Optional.of(MessageArguments.OFFSET);
        };
    }
}
