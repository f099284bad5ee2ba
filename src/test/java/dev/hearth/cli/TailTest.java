package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.testkit.NodeProcess;
import dev.hearth.testkit.Patience;
import dev.hearth.testkit.RealHost;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `hearth tail` as a process of its own.
final class TailTest {
    @TempDir Path folder;

    private static String address(NodeProcess server) {
        return "127.0.0.1:" + server.port();
    }

    private static boolean isConnected(String line) {
        return line.startsWith("connected");
    }

    private static void say(NodeProcess server, String name, String text) {
        say(address(server), name, text);
    }

    private static void say(String address, String name, String text) {
        CliRun cli = new CliRun();
        int code = cli.run("say", address, "--name", name, "--", text);
        assertThat(code).as(cli.err()).isEqualTo(ExitCode.OK);
    }

    @Test
    void printsOneLineForEachMessageInUtf8() {
        try (NodeProcess server = NodeProcess.server("servers/naming.mjs");
                CliProcess tail = new CliProcess("tail", address(server))) {
            server.awaitLine(TailTest::isConnected);
            say(server, "Ada", "grüße 漢字 👩‍👩‍👧‍👦");
            say(server, "Ada", "two\nlines\t\u001b[2J\u202e\u2028 C:\\new");
            tail.awaitOut(line -> line.contains("two"));
            assertThat(tail.out())
                    .containsExactly(
                            "Ada: grüße 漢字 👩‍👩‍👧‍👦",
                            "Ada: two\\nlines\\t\\u001b[2J\\u202e\\u2028 C:\\new");
            assertThat(tail.err()).isEmpty();
        }
    }

    @Test
    void printsJsonWithEverythingAHearthHostTells() throws Exception {
        String text = "\"q\" \\ \n\r\t\b\f\u0000\u001b\u007f\u2028 é 😀";
        try (RealHost host = RealHost.in(folder);
                CliProcess tail = new CliProcess("tail", host.address().toString(), "--json")) {
            host.awaitVisits(1);
            // A process cannot be given a zero byte as an argument, but this say is in-process.
            say(host.address().toString(), "Ada", text);
            String line = tail.awaitOut(_ -> true);
            JsonNode json = new ObjectMapper().readTree(line);
            assertThat(json.propertyStream().map(entry -> entry.getKey()))
                    .containsExactly("seq", "room", "id", "from", "name", "at", "text");
            assertThat(json.get("seq").asLong()).isEqualTo(1);
            assertThat(json.get("room").asText()).isEqualTo("#lobby");
            assertThat(json.get("id").asText()).hasSize(36);
            assertThat(json.get("from").asText()).isNotEmpty();
            assertThat(json.get("name").asText()).isEqualTo("Ada");
            assertThat(json.get("at").asLong())
                    .isCloseTo(System.currentTimeMillis(), Offset.offset(60_000L));
            assertThat(json.get("text").asText()).isEqualTo(text);
        }
    }

    @Test
    void printsNullForWhatOtherServersDoNotTell() {
        try (NodeProcess echo = NodeProcess.server("servers/echo.mjs");
                NodeProcess storing = NodeProcess.server("servers/storing.mjs");
                CliProcess first = new CliProcess("tail", address(echo), "--json");
                CliProcess second = new CliProcess("tail", address(storing), "--json")) {
            echo.awaitLine(TailTest::isConnected);
            storing.awaitLine(TailTest::isConnected);
            say(echo, "", "hello");
            say(storing, "", "hello");
            String unknown = ",\"room\":null,\"id\":null,\"from\":null,\"name\":null,\"at\":null";
            assertThat(first.awaitOut(_ -> true))
                    .isEqualTo("{\"seq\":null" + unknown + ",\"text\":\"hello\"}");
            assertThat(second.awaitOut(_ -> true))
                    .isEqualTo("{\"seq\":1" + unknown + ",\"text\":\"hello\"}");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void leavesCleanlyOnSigterm() {
        try (NodeProcess server = NodeProcess.server("servers/echo.mjs");
                CliProcess tail = new CliProcess("tail", address(server))) {
            // In the middle of the switch to WebSocket a goodbye may not get out: then the server
            // sees a connection close.
            server.awaitLine(line -> line.startsWith("upgraded"));
            tail.terminate();
            assertThat(tail.awaitExit()).isEqualTo(143);
            server.awaitLine(line -> line.contains("client namespace disconnect"));
            assertThat(tail.out()).isEmpty();
            assertThat(tail.err()).isEmpty();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void endsWhenNobodyReadsOn() {
        try (NodeProcess server = NodeProcess.server("servers/echo.mjs");
                CliProcess tail = CliProcess.intoHead("tail", address(server))) {
            server.awaitLine(TailTest::isConnected);
            say(server, "", "read");
            tail.awaitOut("read"::equals);
            // The pipe breaks a moment after its reader has gone.
            Patience.await()
                    .until(
                            () -> {
                                say(server, "", "into the void");
                                return !tail.isAlive();
                            });
            assertThat(tail.awaitExit()).isEqualTo(ExitCode.OK);
            assertThat(tail.err()).isEmpty();
        }
    }

    @Test
    void comesBackByItselfAndNotesIt() {
        NodeProcess server = NodeProcess.server("servers/storing.mjs");
        try (CliProcess tail = new CliProcess("tail", address(server))) {
            server.awaitLine(TailTest::isConnected);
            say(server, "", "before");
            tail.awaitOut("before"::equals);
            server.close();
            tail.awaitErr(line -> line.contains("Trying again"));
            String port = Integer.toString(server.port());
            try (NodeProcess fresh = NodeProcess.server("servers/storing.mjs", "--port", port)) {
                tail.awaitErr("hearth: connected again"::equals);
                say(fresh, "", "after");
                tail.awaitOut("after"::equals);
            }
            assertThat(tail.out()).isEqualTo(List.of("before", "after"));
            assertThat(tail.err().subList(0, 2)).hasSize(2);
        } finally {
            server.close();
        }
    }

    @Test
    void failsInOneLineWhereThereIsNothingToJoin() {
        CliRun cli = new CliRun();
        assertThat(cli.run("tail", "127.0.0.1:1")).isEqualTo(ExitCode.FAILURE);
        assertThat(cli.err()).startsWith("hearth: Nothing is listening").hasLineCount(1);
    }
}
