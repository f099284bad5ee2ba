package dev.hearth.cli;

import dev.hearth.model.Limits;
import dev.hearth.model.Names;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--name`, the same on every command that joins.
final class NameOption {
    @Option(names = "--name", paramLabel = "NAME", description = "What others see.")
    private @Nullable String name;

    /// Empty when none is given.
    Optional<String> name() {
        if (name == null || name.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(
                Names.tidy(name)
                        .orElseThrow(
                                () ->
                                        new UsageException(
                                                "A name has 1 to "
                                                        + Limits.NAME_CHARACTERS.value()
                                                        + " characters, none of them a control character.")));
    }
}
