package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.testkit.NodeProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SayTest {
    private static String address(NodeProcess server) {
        return "127.0.0.1:" + server.port();
    }

    @ParameterizedTest
    @ValueSource(strings = {"servers/echo.mjs", "servers/storing.mjs", "servers/naming.mjs"})
    void succeedsWhenTheServerHasIt(String script) {
        try (NodeProcess server = NodeProcess.server(script)) {
            CliRun cli = new CliRun();
            int code = cli.run("say", address(server), "hello", "wörld", "😀", "--name", "Ada");
            assertThat(code).as(cli.err()).isEqualTo(ExitCode.OK);
            server.awaitLine("message \"hello wörld 😀\""::equals);
            assertThat(cli.out() + cli.err()).isEmpty();
        }
    }

    /// Below each path of a host there may be another chat.
    @Test
    void goesToThePathOfTheAddressAndNowhereElse() {
        try (NodeProcess server =
                NodeProcess.server("servers/handlers.mjs", "--path", "/team/", "--page", "on")) {
            String host = "http://" + address(server);
            CliRun cli = new CliRun();
            assertThat(cli.run("say", host + "/team/", "hello")).as(cli.err()).isZero();
            assertFails(address(server) + "/other/ answers, but not", "say", host + "/other", "x");
            assertFails(address(server) + " answers, but not", "say", host, "x");
            assertThat(server.lines().stream().filter(line -> line.startsWith("got")))
                    .containsExactly("got [\"hello\"]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[::1%%lo]:%d",
                "::ffff:127.0.0.1",
                "１２７．０．０．１：%d",
                "<http://localhost:%d/>,"
            })
    void takesAnAddressInEveryForm(String form) {
        try (NodeProcess server =
                NodeProcess.server(
                        "servers/echo.mjs", "--host", form.contains("::1") ? "::1" : "127.0.0.1")) {
            String where =
                    form.contains("ffff")
                            ? "[" + form + "]:" + server.port()
                            : String.format(form, server.port());
            CliRun cli = new CliRun();
            assertThat(cli.run("say", where, "hello")).as(cli.err()).isZero();
        }
    }

    @Test
    void sendsWhatAPersonChose() {
        try (NodeProcess server =
                NodeProcess.server("servers/handlers.mjs", "--handler", "callback")) {
            CliRun cli = new CliRun();
            assertThat(cli.run("say", address(server), "hello", "--arguments", "callback"))
                    .as(cli.err())
                    .isZero();
            assertThat(server.lines()).contains("got [\"hello\",\"()\"]");
        }
    }

    @Test
    void readsTheTextFromStandardInput() {
        try (NodeProcess server = NodeProcess.server("servers/echo.mjs")) {
            CliRun cli = new CliRun().withInput("two\nlines \u2028 é\n");
            assertThat(cli.run("say", address(server), "-")).isEqualTo(ExitCode.OK);
            server.awaitLine("message \"two\\nlines \u2028 é\""::equals);
        }
    }

    @Test
    void sendsNothingOfInputThatIsNotUtf8() {
        try (NodeProcess server = NodeProcess.server("servers/echo.mjs")) {
            CliRun cli = new CliRun().withInput(new byte[] {'Z', 'o', (byte) 0xEB});
            assertThat(cli.run("say", address(server), "-")).isEqualTo(ExitCode.FAILURE);
            assertThat(cli.err()).startsWith("hearth: Standard input is not UTF-8").hasLineCount(1);
            assertThat(server.lines()).noneMatch(line -> line.startsWith("message "));
        }
    }

    @Test
    void takesWordsThatLookLikeOptionsAfterTwoDashes() {
        try (NodeProcess server = NodeProcess.server("servers/echo.mjs")) {
            assertThat(new CliRun().run("say", address(server), "--", "--name", "-"))
                    .isEqualTo(ExitCode.OK);
            server.awaitLine("message \"--name -\""::equals);
        }
    }

    @Test
    void isNotHeldUpByALongHistory() {
        try (NodeProcess server = NodeProcess.server("servers/storing.mjs", "--filled", "20000")) {
            CliRun cli = new CliRun();
            long start = System.nanoTime();
            assertThat(cli.run("say", address(server), "hello")).isEqualTo(ExitCode.OK);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(2));
            assertThat(cli.out()).isEmpty();
        }
    }

    @Test
    void saysWhenNothingConfirmedIt() {
        try (NodeProcess server = NodeProcess.server("servers/echo.mjs", "--mute", "on")) {
            CliRun cli = new CliRun();
            int code = cli.run("say", address(server), "hello", "--timeout", "0.7");
            assertThat(code).isEqualTo(ExitCode.NOT_CONFIRMED);
            assertThat(cli.err()).isEqualTo("hearth: sent, not confirmed" + System.lineSeparator());
            server.awaitLine("message \"hello\""::equals);
        }
    }

    @Test
    void saysWhenTheServerDiedBeforeItConfirmed() {
        try (NodeProcess server = NodeProcess.server("servers/echo.mjs", "--mute", "die")) {
            CliRun cli = new CliRun();
            assertThat(cli.run("say", address(server), "hello")).isEqualTo(ExitCode.NOT_CONFIRMED);
            assertThat(cli.err()).contains("sent, not confirmed");
        }
    }

    @Test
    void namesAServerWhoseEventsAreNotRecognised() {
        try (NodeProcess speaks = NodeProcess.server("servers/strange.mjs", "--says", "welcome");
                NodeProcess silent = NodeProcess.server("servers/strange.mjs")) {
            assertFails("It said “welcome”.", "say", address(speaks), "hello");
            assertFails("It said “welcome”.", "tail", address(speaks));
            CliRun cli = new CliRun();
            assertThat(cli.run("say", address(silent), "hello", "--timeout", "2"))
                    .isEqualTo(ExitCode.NOT_CONFIRMED);
            assertThat(cli.err())
                    .contains("does not react to “chat message”")
                    .contains("--dialect");
            assertThat(speaks.lines()).noneMatch(line -> line.startsWith("got "));
        }
    }

    @Test
    void writesToSomebodyWherePeopleWriteToEachOther() {
        try (NodeProcess server = NodeProcess.server("servers/private.mjs");
                CliProcess tail = new CliProcess("tail", address(server), "--name", "Bob")) {
            server.awaitLine("connected Bob"::equals);
            String[] say = {"say", address(server), "hello", "--name", "Ada", "--to"};
            CliRun cli = new CliRun();
            assertThat(cli.run(with(say, "bob"))).as(cli.err()).isZero();
            tail.awaitOut("Ada: hello"::equals);
            assertFails("nobody called “Eve”", with(say, "Eve", "--timeout", "1"));
            assertFails("(--to NAME)", "say", address(server), "hello", "--name", "Ada");
            assertFails("--name", "say", address(server), "hello");
        }
    }

    private static String[] with(String[] arguments, String... more) {
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return all;
    }

    @Test
    void sendsInADialectThatAPersonChose(@TempDir Path folder) throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.json"), "{\"say\": 1}");
        Files.createDirectories(folder.resolve("dialects"));
        Files.writeString(
                folder.resolve("dialects/club.json"),
                """
                {"say": {"event": "message", "send": ["{text}"]}, "echo": true,
                 "message": {"event": "message", "text": "1"}}
                """);
        try (NodeProcess server = NodeProcess.server("servers/shapes.mjs", "--shape", "message")) {
            String[] say = {"say", address(server), "hello", "--dialect"};
            String[] own = with(say, "club", "--data", folder.toString());
            assertThat(new CliRun().run(own)).isZero();
            assertThat(new CliRun().run(with(say, "message"))).isZero();
            for (String wrong : List.of("clap", bad.toString(), folder + "/none.json", "rooms:")) {
                CliRun cli = new CliRun();
                assertThat(cli.run(with(say, wrong))).isEqualTo(ExitCode.USAGE);
                assertThat(cli.err()).startsWith("hearth: --dialect: ").hasLineCount(1);
            }
            assertThat(server.lines().stream().filter("got [\"message\",\"hello\"]"::equals))
                    .hasSize(2);
        }
    }

    @Test
    void saysWhyItWasNotSent() {
        try (NodeProcess refusing = NodeProcess.server("servers/refusing.mjs");
                NodeProcess full =
                        NodeProcess.server("servers/naming.mjs", "--refuse", "too_long")) {
            assertFails("members only", "say", address(refusing), "hello");
            assertFails("The test says no.", "say", address(full), "hello");
            assertFails("Nothing is listening", "say", "127.0.0.1:1", "hello");
            assertFails("nothing to send", "say", address(full), " ");
        }
    }

    private static void assertFails(String reason, String... arguments) {
        CliRun cli = new CliRun();
        assertThat(cli.run(arguments)).isEqualTo(ExitCode.FAILURE);
        assertThat(cli.err()).startsWith("hearth: ").contains(reason).hasLineCount(1);
        assertThat(cli.out()).isEmpty();
    }
}
