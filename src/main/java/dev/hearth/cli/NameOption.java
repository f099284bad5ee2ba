package dev.hearth.cli;

import dev.hearth.model.NameCheck;
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
                switch (Names.check(name)) {
                    case NameCheck.Fit(String fit) -> fit;
                    case NameCheck.Unfit(NameCheck.Problem problem) ->
                            throw new UsageException(problem.sentence());
                });
    }
}
