package dev.hearth.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.cli.ExitCode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The program from outside: processes, signals, exit codes, what is printed. Where a process says
/// nothing that the same command in this one would not, the command runs here (`CommandRun`). One
/// host with a folder of pages, on a port that was taken, serves several tests.
final class ProgramTest {
    @TempDir static Path shared;
    private static @Nullable ServerSocket taken;
    private static @Nullable Program host;

    @TempDir Path folder;

    @BeforeAll
    static void hostOnATakenPort() throws IOException {
        Files.writeString(shared.resolve("index.html"), "<p>mine</p>");
        ServerSocket occupied = new ServerSocket(0);
        taken = occupied;
        host =
                Program.start(
                        "host",
                        "--no-gui",
                        "--port",
                        String.valueOf(occupied.getLocalPort()),
                        "--bind",
                        "127.0.0.1",
                        "--web",
                        shared.toString(),
                        "--data",
                        shared.resolve("data").toString());
        host.awaitLine("listening on ");
    }

    @AfterAll
    static void end() throws IOException {
        host().close();
        requireNonNull(taken).close();
    }

    private static Program host() {
        return requireNonNull(host);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGTERM to leave cleanly at")
    void hostsSaysTailsAndLeavesCleanly() throws Exception {
        try (Program host = Program.host(folder.resolve("host"), "--log", "messages")) {
            String address = host.address().toString();
            try (Program tail = Program.start("tail", address, "--name", "Tia", "--json")) {
                host.awaitLine("connected Tia");
                try (Program say =
                        Program.start("say", address, "Hello,", "“world” 🔥", "--name", "Sam")) {
                    assertThat(say.awaitExit()).as("%s", say.err()).isEqualTo(ExitCode.OK);
                }
                String line = tail.awaitLine("Hello");
                assertThat(line)
                        .startsWith("{\"seq\":1,\"room\":\"#lobby\",\"id\":\"")
                        .contains("\"name\":\"Sam\"")
                        .endsWith("\"text\":\"Hello, “world” 🔥\"}");
                host.terminate();
                host.awaitExit();
            }
            assertThat(host.out())
                    .anyMatch(line -> line.matches("\\d\\d:\\d\\d:\\d\\d connected Tia .*"));
            assertThat(host.out())
                    .anyMatch(line -> line.matches("\\d\\d:\\d\\d:\\d\\d Sam: Hello, .*"));
            assertThat(host.out())
                    .anyMatch(line -> line.matches("\\d\\d:\\d\\d:\\d\\d disconnected Sam .*"));
            assertThat(host.out().getLast()).contains("Tia");
            assertThat(host.err()).isEmpty();
            portIsFree(host.address().getPort());
        }
    }

    @Test
    void textsArePrintedOnlyWhenAskedFor() throws Exception {
        try (Program say =
                Program.start("say", host().address().toString(), "-", "--name", "Sam")) {
            say.write("a secret\n");
            assertThat(say.awaitExit()).isEqualTo(ExitCode.OK);
            host().awaitLine("disconnected Sam");
            assertThat(host().out()).noneMatch(line -> line.contains("secret"));
        }
    }

    @Test
    void whatWasSaidIsThereAfterARestartAndCanBeExported() throws Exception {
        Path data = folder.resolve("host");
        fails("No chat has been hosted", "export", "--data", data.toString());
        try (Program host = Program.host(data)) {
            String address = host.address().toString();
            succeeds("say", address, "kept <b>well</b>", "--name", "Sam");
            fails("Another Hearth", "export", "--data", data.toString());
            host.terminate();
            host.awaitExit();
        }
        try (Program host = Program.host(data);
                Chatter late =
                        Chatter.connect(
                                host.address(),
                                "socket.io-client",
                                "default",
                                Map.of("serverOffset", 0))) {
            late.await("heard ");
            assertThat(late.heard()).containsExactly(List.of("kept <b>well</b>", 1));
            host.terminate();
            host.awaitExit();
        }
        CommandRun text = CommandRun.of("export", "--data", data.toString());
        assertThat(text.code()).isEqualTo(ExitCode.OK);
        assertThat(text.out())
                .anyMatch(line -> line.contains("Sam") && line.contains("kept <b>well</b>"));
        Path page = folder.resolve("chat.html");
        assertThat(html(page, folder.resolve("copy")).code()).isEqualTo(ExitCode.FAILURE);
        CommandRun html = html(page, data);
        assertThat(html.code()).as("%s", html.err()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(page)).contains("kept &lt;b&gt;well&lt;/b&gt;");
    }

    private static CommandRun html(Path page, Path data) {
        return CommandRun.of(
                "export", "--format", "html", "-o", page.toString(), "--data", data.toString());
    }

    @Test
    void aChatIsBackedUpAndRestored() throws Exception {
        Path data = folder.resolve("host");
        Path backup = folder.resolve("chat.backup");
        String[] save = {"backup", "-o", backup.toString(), "--data", data.toString()};
        fails("No chat has been hosted", save);
        try (Program host = Program.host(data)) {
            succeeds("say", host.address().toString(), "kept", "--name", "Sam");
            fails("Another Hearth", save);
            host.terminate();
            host.awaitExit();
        }
        succeeds(save);
        fails("is there already", save);
        fails("There is a chat in", "restore", backup.toString(), "--data", data.toString());
        succeeds("restore", "--force", backup.toString(), "--data", data.toString());
        assertThat(succeeds("export", "--data", data.toString()).out())
                .anyMatch(line -> line.contains("kept"));
    }

    @Test
    void oneFolderIsForOneHost() {
        String data = shared.resolve("data").toString();
        CommandRun second = CommandRun.of("host", "--no-gui", "--port", "0", "--data", data);
        assertThat(second.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(second.err())
                .singleElement()
                .asString()
                .contains("Another Hearth")
                .contains("--data OTHER");
    }

    @Test
    void alsoOnceItsLockFileIsDeleted() throws Exception {
        Path data = folder.resolve("host");
        try (Program first = Program.host(data)) {
            succeeds("say", first.address().toString(), "before", "--name", "Sam");
            try (Stream<Path> files = Files.walk(data)) {
                for (Path lock : files.filter(each -> each.endsWith(".lock")).toList()) {
                    Files.delete(lock);
                }
            }
            try (Program second =
                    Program.start(
                            "host",
                            "--no-gui",
                            "--port",
                            "0",
                            "--bind",
                            "127.0.0.1",
                            "--data",
                            data.toString())) {
                assertThat(second.awaitExit()).isEqualTo(ExitCode.FAILURE);
                assertThat(second.out()).noneMatch(line -> line.contains("listening on"));
                assertThat(second.err()).hasSize(1);
            }
            succeeds("say", first.address().toString(), "after", "--name", "Sam");
            first.terminate();
            first.awaitExit();
        }
        try (Program text = Program.start("export", "--from", data.resolve("host").toString())) {
            assertThat(text.awaitExit()).as("%s", text.err()).isEqualTo(ExitCode.OK);
            assertThat(text.out())
                    .anyMatch(line -> line.endsWith("Sam: before"))
                    .anyMatch(line -> line.endsWith("Sam: after"));
        }
        fails("There is no chat in", "export", "--from", folder.toString());
    }

    @Test
    void aFolderThatCannotBeWrittenToIsSaid() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        fails("data folder", "host", "--no-gui", "--data", file.resolve("data").toString());
    }

    @Test
    void aTakenPortMovesOnAndIsSaid() {
        int port = requireNonNull(taken).getLocalPort();
        assertThat(host().out().getFirst()).startsWith("Port " + port + " is taken, using ");
        assertThat(host().err()).isEmpty();
    }

    @Test
    void withoutADisplayItHostsWithoutAWindow() {
        try (Program host = Program.start("host", "--port", "0", "--data", folder.toString())) {
            assertThat(host.awaitLine("listening on ")).startsWith("listening on http://");
            assertThat(host.out().getFirst()).startsWith("hosting without a window: ");
        }
    }

    @Test
    void withoutADisplayThePlainProgramHostsToo() {
        try (Program host = Program.start("--data", folder.toString())) {
            assertThat(host.awaitLine("listening on ")).startsWith("listening on http://");
            assertThat(host.out().getFirst()).startsWith("hosting without a window: ");
        }
    }

    @Test
    void withoutADisplayJoiningSaysWhatToUseInstead() throws Exception {
        try (Program program = Program.start("join", "localhost", "--data", folder.toString())) {
            assertThat(program.awaitExit()).isEqualTo(ExitCode.FAILURE);
            assertThat(program.err())
                    .singleElement()
                    .asString()
                    .startsWith("hearth: ")
                    .contains("hearth tail http://localhost:3000")
                    .contains("hearth say http://localhost:3000");
        }
    }

    @Test
    void wrongWishesAreOneLine() throws Exception {
        String data = folder.toString();
        fails(
                "is not an address of this computer",
                "host",
                "--no-gui",
                "--bind",
                "203.0.113.9",
                "--data",
                data);
        fails("is not a folder", "host", "--no-gui", "--web", "nowhere", "--data", data);
        fails(
                "An origin looks like",
                "host",
                "--no-gui",
                "--allow-origin",
                "nonsense",
                "--data",
                data);
        try (Program program = Program.start("host", "--port", "70000")) {
            assertThat(program.awaitExit()).isEqualTo(ExitCode.USAGE);
            assertThat(program.err()).singleElement().asString().contains("70000");
        }
    }

    @Test
    void servesAFolderAndTheClient() throws Exception {
        assertThat(get(host().address().resolve("/"))).isEqualTo("<p>mine</p>");
        assertThat(get(host().address().resolve("/socket.io/socket.io.js")))
                .contains("Socket.IO v4");
    }

    private static CommandRun succeeds(String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.code()).as("%s", run.err()).isEqualTo(ExitCode.OK);
        return run;
    }

    private static void fails(String words, String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).singleElement().asString().startsWith("hearth: ").contains(words);
    }

    private static void portIsFree(int port) throws IOException {
        new ServerSocket(port).close();
    }

    private static String get(URI uri) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
        }
    }
}
