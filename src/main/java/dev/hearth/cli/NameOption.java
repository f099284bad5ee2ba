package dev.hearth.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--name`, the same on every command that joins.
final class NameOption {
    @Option(names = "--name", paramLabel = "NAME", description = "What others see.")
    private @Nullable String name;

    Optional<String> name() {
        return Optional.ofNullable(name).map(String::strip).filter(text -> !text.isEmpty());
    }
}
