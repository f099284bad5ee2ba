package dev.hearth.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--data`, the same on every command that keeps something.
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep data here. Another person on this computer uses another folder.")
    private @Nullable Path data;

    Optional<Path> folder() {
        return Optional.ofNullable(data);
    }
}
