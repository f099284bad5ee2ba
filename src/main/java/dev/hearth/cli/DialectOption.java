package dev.hearth.cli;

import dev.hearth.client.DialectCatalogue;
import dev.hearth.client.DialectWish;
import dev.hearth.model.HearthException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--dialect`, the same on every command that joins any chat.
final class DialectOption {
    @Option(
            names = "--dialect",
            paramLabel = "auto|hearth|plain|chat|private|NAME|FILE",
            description = {
                "Which events the server speaks: those of a Hearth host, of the Socket.IO tutorial"
                        + " (plain), of Socket.IO's chat or private messaging example, or as a"
                        + " description says: rooms, names, acknowledged or message, one in the"
                        + " folder “dialects” of the data folder, or a file. NAME:ROOM names the"
                        + " room. Found out by itself unless given; hearth join keeps the choice"
                        + " for that address, until it is auto again."
            })
    private @Nullable String typed;

    /// @throws UsageException there is no such dialect, or its description has a mistake
    DialectWish wish(DialectCatalogue catalogue) {
        try {
            return catalogue.wish(typed == null ? DialectCatalogue.AUTO : typed);
        } catch (HearthException e) {
            throw new UsageException("--dialect: " + e.sentence());
        }
    }

    /// Empty when nothing was said about it.
    Optional<DialectWish> asked(DialectCatalogue catalogue) {
        return typed == null ? Optional.empty() : Optional.of(wish(catalogue));
    }
}
