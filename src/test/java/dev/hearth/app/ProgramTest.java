package dev.hearth.app;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The program from outside: processes, signals, exit codes, what is printed.
final class ProgramTest {
    @TempDir Path folder;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGTERM to leave cleanly at")
    void hostsSaysTailsAndLeavesCleanly() throws Exception {
        try (Program host = Program.host(folder.resolve("host"), "--log", "messages")) {
            String address = host.address().toString();
            try (Program tail = Program.start("tail", address, "--name", "Tia", "--json")) {
                host.awaitLine("connected Tia");
                say(address, "Hello,", "“world” 🔥", "--name", "Sam");
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
        try (Program host = Program.host(folder.resolve("host"));
                Program say =
                        Program.start("say", host.address().toString(), "-", "--name", "Sam")) {
            say.write("a secret\n");
            assertThat(say.awaitExit()).isEqualTo(ExitCode.OK);
            host.awaitLine("disconnected Sam");
            assertThat(host.out()).noneMatch(line -> line.contains("secret"));
        }
    }

    @Test
    void whatWasSaidIsThereAfterARestartAndCanBeExported() throws Exception {
        Path data = folder.resolve("host");
        fails("No chat has been hosted", "export", "--data", data.toString());
        try (Program host = Program.host(data)) {
            say(host.address().toString(), "kept <b>well</b>", "--name", "Sam");
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
        Path page = folder.resolve("chat.html");
        try (Program text = Program.start("export", "--data", data.toString());
                Program html =
                        Program.start(
                                "export",
                                "--format",
                                "html",
                                "-o",
                                page.toString(),
                                "--data",
                                folder.resolve("copy").toString())) {
            assertThat(text.awaitExit()).isEqualTo(ExitCode.OK);
            assertThat(text.out())
                    .anyMatch(line -> line.contains("Sam") && line.contains("kept <b>well</b>"));
            assertThat(html.awaitExit()).isEqualTo(ExitCode.FAILURE);
        }
        try (Program html =
                Program.start(
                        "export",
                        "--format",
                        "html",
                        "-o",
                        page.toString(),
                        "--data",
                        data.toString())) {
            assertThat(html.awaitExit()).as("%s", html.err()).isEqualTo(ExitCode.OK);
            assertThat(Files.readString(page)).contains("kept &lt;b&gt;well&lt;/b&gt;");
        }
    }

    @Test
    void oneFolderIsForOneHost() throws Exception {
        Path data = folder.resolve("host");
        try (Program first = Program.host(data);
                Program second =
                        Program.start(
                                "host", "--no-gui", "--port", "0", "--data", data.toString())) {
            assertThat(second.awaitExit()).isEqualTo(ExitCode.FAILURE);
            assertThat(second.err())
                    .singleElement()
                    .asString()
                    .contains("Another Hearth")
                    .contains("--data OTHER");
            first.terminate();
            first.awaitExit();
        }
        Program.host(data).close();
    }

    @Test
    void alsoOnceItsLockFileIsDeleted() throws Exception {
        Path data = folder.resolve("host");
        try (Program first = Program.host(data)) {
            say(first.address().toString(), "before", "--name", "Sam");
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
            say(first.address().toString(), "after", "--name", "Sam");
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
    void aTakenPortMovesOnAndIsSaid() throws Exception {
        try (ServerSocket taken = new ServerSocket(0);
                Program host =
                        Program.start(
                                "host",
                                "--no-gui",
                                "--port",
                                String.valueOf(taken.getLocalPort()),
                                "--data",
                                folder.toString())) {
            host.awaitLine("listening on ");
            assertThat(host.out().getFirst())
                    .startsWith("Port " + taken.getLocalPort() + " is taken, using ");
            assertThat(host.err()).isEmpty();
        }
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
        fails(
                "hearth tail http://localhost:3000",
                "join",
                "localhost",
                "--data",
                folder.toString());
        fails("hearth say http://localhost:3000", "join", "localhost", "--data", folder.toString());
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
        Files.writeString(folder.resolve("index.html"), "<p>mine</p>");
        try (Program host = Program.host(folder.resolve("data"), "--web", folder.toString())) {
            assertThat(get(host.address().resolve("/"))).isEqualTo("<p>mine</p>");
            assertThat(get(host.address().resolve("/socket.io/socket.io.js")))
                    .contains("Socket.IO v4");
        }
    }

    private static void say(String... arguments) throws InterruptedException {
        String[] all = Stream.concat(Stream.of("say"), Stream.of(arguments)).toArray(String[]::new);
        try (Program say = Program.start(all)) {
            assertThat(say.awaitExit()).as("%s", say.err()).isEqualTo(ExitCode.OK);
        }
    }

    private void fails(String words, String... arguments) throws Exception {
        try (Program program = Program.start(arguments)) {
            assertThat(program.awaitExit()).isEqualTo(ExitCode.FAILURE);
            assertThat(program.err())
                    .singleElement()
                    .asString()
                    .startsWith("hearth: ")
                    .contains(words);
        }
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
