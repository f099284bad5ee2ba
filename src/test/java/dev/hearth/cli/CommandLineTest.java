package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.DialectWish;
import dev.hearth.model.HostOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineTest {
    private static Object launchedBy(String line) {
        CliRun cli = new CliRun();
        int code = cli.run(line.isEmpty() ? new String[0] : line.split(" "));
        assertThat(code).as(cli.err()).isEqualTo(ExitCode.OK);
        assertThat(cli.launched()).hasSize(1);
        return cli.launched().getFirst();
    }

    @Test
    void opensTheWindowWithoutACommand() {
        assertThat(launchedBy(""))
                .isEqualTo(new WindowRequest(Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(launchedBy("--data elsewhere"))
                .isEqualTo(
                        new WindowRequest(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(Path.of("elsewhere"))));
    }

    @Test
    void joins() {
        assertThat(launchedBy("join chat.example.org --name Ada --data d"))
                .isEqualTo(
                        new WindowRequest(
                                Optional.of(URI.create("http://chat.example.org:3000")),
                                Optional.of("Ada"),
                                Optional.of(Path.of("d"))));
    }

    @Test
    void joinsWithAChosenFormOfMessages() {
        assertThat(launchedBy("join http://h/team/ --arguments callback"))
                .isEqualTo(
                        new WindowRequest(
                                Optional.of(URI.create("http://h:80/team/")),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(MessageForm.CALLBACK),
                                Optional.empty()));
    }

    @Test
    void joinsInAChosenDialect() {
        assertThat(launchedBy("join h --dialect rooms:kitchen"))
                .isEqualTo(chosen(Optional.of("rooms:kitchen")));
        assertThat(launchedBy("join h --dialect auto")).isEqualTo(chosen(Optional.empty()));
    }

    private static WindowRequest chosen(Optional<String> dialect) {
        return new WindowRequest(
                Optional.of(URI.create("http://h:3000")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new DialectWish(dialect, Optional.empty())));
    }

    @Test
    void makesListsAndTakesBackTokens() {
        assertThat(launchedBy("token --data d"))
                .isEqualTo(new TokenRequest(Optional.empty(), false, Optional.of(Path.of("d"))));
        assertThat(launchedBy("token CI"))
                .isEqualTo(new TokenRequest(Optional.of("CI"), false, Optional.empty()));
        assertThat(launchedBy("token --revoke CI"))
                .isEqualTo(new TokenRequest(Optional.of("CI"), true, Optional.empty()));
        CliRun cli = new CliRun();
        assertThat(cli.run("token", "--revoke")).isEqualTo(ExitCode.USAGE);
        assertThat(cli.err()).contains("hearth token NAME --revoke");
    }

    @Test
    void hostsWithGoodDefaults() {
        assertThat(launchedBy("host"))
                .isEqualTo(
                        new HostRequest(
                                Optional.empty(),
                                3000,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                true,
                                HostRequest.LogLevel.CONNECTIONS,
                                true));
    }

    @Test
    void hostsWithoutBeingAnnounced() {
        assertThat(launchedBy("host --hidden"))
                .isInstanceOfSatisfying(
                        HostRequest.class, request -> assertThat(request.hidden()).isTrue());
    }

    @Test
    void hostsWithEverythingChosen() {
        assertThat(
                        launchedBy(
                                "host --name Ada --port 0 --bind 127.0.0.1 --data d --web w"
                                        + " --allow-origin https://a.example --allow-origin"
                                        + " http://b.example --limits off --log messages --no-gui"))
                .isEqualTo(
                        new HostRequest(
                                Optional.of("Ada"),
                                0,
                                Optional.of("127.0.0.1"),
                                Optional.of(Path.of("d")),
                                Optional.of(Path.of("w")),
                                List.of("https://a.example", "http://b.example"),
                                false,
                                HostRequest.LogLevel.MESSAGES,
                                false));
    }

    @Test
    void hostsUnderANameOfItsOwnForTheChat() {
        assertThat(launchedBy("host --keep 30 --chat-name Garden"))
                .isInstanceOfSatisfying(
                        HostRequest.class,
                        request -> {
                            assertThat(request.options().chatName()).contains("Garden");
                            assertThat(request.again().options())
                                    .as("what is changed meanwhile holds")
                                    .isEqualTo(HostOptions.DEFAULT);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "--nonsense",
                "host --port x",
                "host --port 65536",
                "host --port -1",
                "host --limits perhaps",
                "host --log all",
                "host extra",
                "join",
                "join a b",
                "say",
                "say localhost",
                "say localhost x --timeout soon",
                "say localhost x --timeout 0",
                "say localhost x --timeout -1",
                "tail",
                "tail localhost --since",
                "tail localhost --since -1",
                "tail localhost --since yesterday",
                "history",
                "history localhost --limit 0",
                "history localhost --limit 201",
                "history localhost --before 0",
                "history localhost --before 3 --around 4",
                "search localhost",
                "search localhost x --limit 101",
                "search localhost x --since soon",
                "search localhost x --until 2026-13-01"
            })
    void saysInOneLineWhatItDidNotUnderstand(String line) {
        CliRun cli = new CliRun();
        assertThat(cli.run(line.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(cli.err()).startsWith("hearth: ").contains("--help").hasLineCount(1);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.launched()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "host --port x|--port takes a whole number, not “x”.",
                "say localhost hi --timeout soon|--timeout takes a number, not “soon”.",
                "host --chat-name "
                        + "12345678901234567890123456789012345678901"
                        + "|--chat-name: A name has at most 40 characters.",
                "host --log all|--log takes quiet or connections or messages, not “all”.",
                "tail localhost --since x|--since takes a whole number, not “x”.",
                "tail localhost --since -1|--since takes a whole number, 0 or more, not “-1”.",
                "history localhost --limit 999|--limit takes a whole number, from 1 to 200, not"
                        + " “999”.",
                "search localhost x --since soon|--since takes a date (2026-11-20), a time"
                        + " (2026-11-20T18:30) or how long ago (2d, 3h, 30m), not “soon”.",
                "history localhost --before 1 --before 2|--before can be given only once."
            })
    void saysWhichOptionTakesWhat(String line, String sentence) {
        CliRun cli = new CliRun();
        assertThat(cli.run(line.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(cli.err()).startsWith("hearth: " + sentence + " (see “hearth ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"join ftp://x", "say host:0 x", "tail a:b:c:"})
    void saysInOneLineWhatIsWrongWithAnAddress(String line) {
        CliRun cli = new CliRun();
        assertThat(cli.run(line.split(" "))).isEqualTo(ExitCode.FAILURE);
        assertThat(cli.err()).startsWith("hearth: ").hasLineCount(1);
        assertThat(cli.launched()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "host --help",
                "join -h",
                "say --help",
                "tail --help",
                "history -h",
                "search -h"
            })
    void helps(String line) {
        CliRun cli = new CliRun();
        assertThat(cli.run(line.split(" "))).isEqualTo(ExitCode.OK);
        assertThat(cli.out()).startsWith("Usage: hearth");
        assertThat(cli.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V", "say --version"})
    void tellsItsVersion(String line) {
        CliRun cli = new CliRun();
        assertThat(cli.run(line.split(" "))).isEqualTo(ExitCode.OK);
        assertThat(cli.out()).matches("Hearth \\d+\\.\\d+\\.\\d+\\R");
    }
}
