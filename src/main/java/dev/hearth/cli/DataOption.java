package dev.hearth.cli;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// `--data`: one option of [HearthCommand] that its commands inherit, so that it may stand before
/// and after their names. Commands that keep nothing take it as well, so that a script can give all
/// commands on one folder the same arguments.
final class DataOption {
    private @Nullable Path data;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /// picocli calls this with null before each parse, and then for each place where it is given.
    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description =
                    "Keep data here. Another person on this computer uses another folder. say, tail,"
                            + " history and search keep none.")
    void setData(@Nullable Path folder) {
        if (data != null && folder != null) {
            throw new ParameterException(
                    requireNonNull(command).commandLine(), "--data can be given only once.");
        }
        data = folder;
    }

    Optional<Path> folder() {
        return Optional.ofNullable(data);
    }
}
