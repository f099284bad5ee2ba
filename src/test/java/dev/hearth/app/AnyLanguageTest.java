package dev.hearth.app;

import static dev.hearth.testkit.Patience.await;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.RoomId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The programs of README, as they are printed there, but for the port.
final class AnyLanguageTest {
    private static final Path TARGET = Path.of(requireNonNull(System.getProperty("hearth.target")));

    /// The system's, whose packages are the system's too.
    private static final String PYTHON = "/usr/bin/python3";

    private final RunningHost host;
    private final String token;
    private final List<Process> running = new ArrayList<>();

    AnyLanguageTest(@TempDir Path folder) {
        host =
                RunningHost.start(
                        new RunningHost.Plan(
                                "Test",
                                folder,
                                0,
                                Optional.of("127.0.0.1"),
                                Optional.empty(),
                                List.of(),
                                true),
                        new Quiet(),
                        _ -> {},
                        InstantSource.system());
        token = host.tokens().add("CI");
    }

    @AfterEach
    void close() {
        running.forEach(AnyLanguageTest::end);
        host.close();
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /// The block of this language, addressed to the host of this test.
    private String printed(String language) throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String section = readme.substring(readme.indexOf("## From any language"));
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(section);
        assertThat(block.find()).as(language).isTrue();
        assertThat(block.group(1).strip().lines().count()).isBetween(5L, 14L);
        return block.group(1).replace("localhost:3000", "127.0.0.1:" + host.address().getPort());
    }

    /// Runs it from a file of this name, in a folder where Node finds its packages.
    private List<String> run(String language, String file, String... command) throws IOException {
        Path folder = Files.createDirectories(TARGET.resolve("node").resolve("readme"));
        Files.writeString(folder.resolve(file), printed(language));
        List<String> whole = new ArrayList<>(List.of(command));
        whole.add(file);
        ProcessBuilder builder =
                new ProcessBuilder(whole).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("TOKEN", token);
        Process process = builder.start();
        running.add(process);
        List<String> lines = new CopyOnWriteArrayList<>();
        Thread.ofPlatform().daemon().name(file).start(() -> read(process, lines));
        return lines;
    }

    private static void read(Process process, List<String> lines) {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(lines::add);
        } catch (IOException e) {
            lines.add(e.toString());
        } catch (UncheckedIOException e) {
            lines.add(e.toString()); // it was ended
        }
    }

    private static void awaitLine(List<String> lines, String part) {
        await().untilAsserted(() -> assertThat(lines).anyMatch(line -> line.contains(part)));
    }

    private void post(String text) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:"
                                                + host.address().getPort()
                                                + "/rooms/lobby/messages"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString(text))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            assertThat(status).isEqualTo(201);
        }
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false; // it is not there
        }
    }

    @Test
    void javaScriptAndJavaChat() throws Exception {
        List<String> script = run("js", "hello.mjs", "node");
        List<String> java =
                run(
                        "java",
                        "Hello.java",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"));
        awaitLine(script, "The host has it.");
        awaitLine(java, "The host has it.");
        post("Good morning");
        awaitLine(script, "CI: Good morning");
        awaitLine(java, "CI: Good morning");
        assertThat(stored()).contains("Script: Hello from JavaScript", "Bean: Hello from Java");
    }

    @Test
    void pythonChats() throws Exception {
        Assumptions.assumeTrue(
                runs(PYTHON, "-c", "import socketio, requests"),
                "needs python3-socketio and python3-requests");
        List<String> python = run("python", "hello.py", PYTHON);
        await().until(() -> stored().contains("Snake: Hello from Python"));
        post("Good morning");
        awaitLine(python, "CI: Good morning");
    }

    @Test
    void curlPostsOnceAndReadsTheRoom() throws Exception {
        Assumptions.assumeTrue(runs("curl", "--version"), "needs curl");
        List<String> first = run("sh", "hello.sh", "sh");
        awaitLine(first, "{\"ok\":true,\"room\":\"#lobby\",\"seq\":1,");
        awaitLine(first, "\"text\":\"Hello from curl\"");
        List<String> again = run("sh", "hello.sh", "sh");
        awaitLine(again, "\"text\":\"Hello from curl\"");
        post("Good morning");
        awaitLine(first, "\"text\":\"Good morning\"");
        awaitLine(again, "\"text\":\"Good morning\"");
        assertThat(stored()).containsExactly("CI: Hello from curl", "CI: Good morning");
    }

    private List<String> stored() {
        return host.chat().messagesFrom(RoomId.LOBBY, 0, 100).messages().stream()
                .map(message -> message.from().name() + ": " + message.text())
                .toList();
    }
}
