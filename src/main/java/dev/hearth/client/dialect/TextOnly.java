package dev.hearth.client.dialect;

import dev.hearth.model.Command;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.HearthException;
import java.util.Optional;

/// What servers can do that know nothing but text. Stateless.
final class TextOnly {
    private TextOnly() {}

    static Optional<HearthException> refusal(Command command) {
        return isText(command) ? Optional.empty() : Optional.of(Dialect.unsupported());
    }

    private static boolean isText(Command command) {
        return command instanceof PostMessage post
                && post.replyTo().isEmpty()
                && post.files().isEmpty();
    }
}
