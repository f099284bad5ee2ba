package dev.hearth.cli;

import dev.hearth.client.MessageArguments;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--arguments`, the same on every command that sends.
final class ArgumentsOption {
    @Option(
            names = "--arguments",
            paramLabel = "auto|text|callback|name|offset",
            description = {
                "What a message to a plain Socket.IO server consists of: text; text and callback;"
                        + " text and name; text, id and callback. Found out by itself unless"
                        + " given; hearth join keeps the choice for that address."
            })
    private @Nullable MessageForm form;

    /// Empty when nothing was said about it.
    Optional<MessageForm> asked() {
        return Optional.ofNullable(form);
    }

    /// Empty when it is to be found out.
    Optional<MessageArguments> chosen() {
        return asked().flatMap(MessageForm::chosen);
    }
}
