package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.DialectCatalogue;
import dev.hearth.client.connection.SocketIoConnector;
import dev.hearth.net.Neighbourhood;
import dev.hearth.ui.fakes.FakeWorld;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// Every option works in every place where `--help` shows it.
final class OptionPlacesTest {
    private static final String VALUE = "3";

    private static CommandLine commands() {
        ByteArrayOutputStream nowhere = new ByteArrayOutputStream();
        Console console =
                new Console(
                        new ByteArrayInputStream(new byte[0]),
                        Console.utf8(nowhere),
                        Console.utf8(nowhere));
        return new Cli(
                        new NoLauncher(),
                        new SocketIoConnector(FakeWorld.CLOCK),
                        Neighbourhood.NONE,
                        console,
                        FakeWorld.CLOCK)
                .line();
    }

    /// `command`, the option by each of its names, and the whole command line.
    static Stream<List<String>> places() {
        List<List<String>> lines = new ArrayList<>();
        CommandLine hearth = commands();
        for (OptionSpec option : hearth.getCommandSpec().options()) {
            addPlaces(lines, "", option, List.of());
        }
        hearth.getSubcommands()
                .forEach(
                        (name, command) -> {
                            List<String> parameters =
                                    command.getCommandSpec().positionalParameters().stream()
                                            .map(_ -> "localhost")
                                            .toList();
                            for (OptionSpec option : command.getCommandSpec().options()) {
                                addPlaces(lines, name, option, parameters);
                            }
                        });
        return lines.stream();
    }

    private static void addPlaces(
            List<List<String>> lines, String command, OptionSpec option, List<String> parameters) {
        for (String name : option.names()) {
            List<String> given = given(option, name);
            List<String> verb = command.isEmpty() ? List.of() : List.of(command);
            lines.add(line(command, option, List.of(verb, parameters, given)));
            // A list takes everything behind it.
            if (!option.arity().isVariable() || parameters.isEmpty()) {
                lines.add(line(command, option, List.of(verb, given, parameters)));
            }
            if (option.inherited()) {
                lines.add(line(command, option, List.of(given, verb, parameters)));
            }
        }
    }

    private static List<String> given(OptionSpec option, String name) {
        if (option.arity().max() == 0) {
            return List.of(name);
        }
        Object[] choices = option.type().getEnumConstants();
        return List.of(name, choices == null ? VALUE : choices[0].toString());
    }

    private static List<String> line(String command, OptionSpec option, List<List<String>> parts) {
        List<String> line = new ArrayList<>(List.of(command, option.longestName()));
        parts.forEach(line::addAll);
        return line;
    }

    @ParameterizedTest
    @MethodSource("places")
    void isTaken(List<String> place) {
        String command = place.get(0);
        String option = place.get(1);
        ParseResult parsed =
                commands().parseArgs(place.subList(2, place.size()).toArray(String[]::new));
        ParseResult last = command.isEmpty() ? parsed : parsed.subcommand();
        assertThat(
                        parsed.hasMatchedOption(option)
                                || (last != null && last.hasMatchedOption(option)))
                .isTrue();
    }

    @Test
    void theListIsNotEmpty() {
        assertThat(places().count()).isGreaterThan(60);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host",
                "token CI",
                "export",
                "backup -o file",
                "restore file",
                "join localhost",
                ""
            })
    void theDataFolderIsTheSameBeforeAndAfterTheCommand(String command) {
        Object before = launchedBy("--data elsewhere " + command);
        Object after = launchedBy(command + " --data elsewhere");
        assertThat(before).isEqualTo(after);
        assertThat(folder(before)).contains(Path.of("elsewhere"));
    }

    private static Optional<Path> folder(Object request) {
        return switch (request) {
            case HostRequest host -> host.data();
            case ExportRequest export -> export.data();
            case BackupRequest backup -> backup.data();
            case TokenRequest token -> token.data();
            case WindowRequest window -> window.data();
            default -> throw new AssertionError(request);
        };
    }

    private static Object launchedBy(String line) {
        CliRun cli = new CliRun();
        assertThat(cli.run(line.strip().split(" "))).as(cli.err()).isEqualTo(ExitCode.OK);
        return cli.launched().getFirst();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--data a --data b",
                "--data a host --data b",
                "--data a export --data a",
                "host --data a --data b"
            })
    void twoDataFoldersAreRefused(String line) {
        CliRun cli = new CliRun();
        assertThat(cli.run(line.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(cli.err()).startsWith("hearth: --data can be given only once.").hasLineCount(1);
        assertThat(cli.launched()).isEmpty();
    }

    private static final class NoLauncher implements Launcher {
        @Override
        public int window(WindowRequest request) {
            throw new AssertionError(request);
        }

        @Override
        public DialectCatalogue dialects(Optional<Path> data) {
            throw new AssertionError(data);
        }

        @Override
        public int host(HostRequest request) {
            throw new AssertionError(request);
        }

        @Override
        public int export(ExportRequest request) {
            throw new AssertionError(request);
        }

        @Override
        public int backup(BackupRequest request) {
            throw new AssertionError(request);
        }

        @Override
        public int token(TokenRequest request) {
            throw new AssertionError(request);
        }

        @Override
        public int restore(BackupRequest request) {
            throw new AssertionError(request);
        }
    }
}
