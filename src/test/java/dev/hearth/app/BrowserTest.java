package dev.hearth.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hearth.cli.HostRequest.LogLevel;
import dev.hearth.client.Chat;
import dev.hearth.client.JoinRequest;
import dev.hearth.client.connection.SocketIoConnector;
import dev.hearth.model.Message;
import dev.hearth.model.RoomId;
import dev.hearth.testkit.NodeProcess;
import dev.hearth.testkit.Patience;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages in a real Chromium. Skipped, and said so, where there is none (see docs/testing.md).
final class BrowserTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir Path folder;
    private static String browser = "";

    @BeforeAll
    static void findBrowser() {
        browser =
                Stream.of("chromium", "chromium-browser", "google-chrome", "chrome")
                        .flatMap(
                                name ->
                                        Stream.of(
                                                        String.valueOf(System.getenv("PATH"))
                                                                .split(java.io.File.pathSeparator))
                                                .map(folder -> Path.of(folder, name)))
                        .filter(Files::isExecutable)
                        .map(Path::toString)
                        .findFirst()
                        .orElse("");
        assumeTrue(!browser.isEmpty(), "there is no Chromium on the PATH");
    }

    @Test
    void theTutorialsPageWorksFromAFolder() {
        Path pages = target().resolve("node/pages/tutorial");
        try (RunningHost host = start(Optional.of(pages));
                NodeProcess story = NodeProcess.start("browser/tutorial.js", browser, url(host))) {
            assertThat(outcome(story)).isEqualTo("ok");
        }
    }

    @Test
    void thePageDoesWhatAClientDoes() throws Exception {
        Path shots = Files.createDirectories(target().resolve("screenshots"));
        try (RunningHost host = start(Optional.empty());
                NodeProcess story =
                        NodeProcess.start(
                                "browser/page.js", browser, url(host), shots.toString())) {
            await(story, "joined");
            try (Chatter app =
                    Chatter.connect(
                            URI.create(url(host)), "socket.io-client", "websocket", Map.of())) {
                app.ask("hello from the app");
                assertThat(outcome(story)).isEqualTo("ok");
            }
        }
    }

    @Test
    void thePageSpeaksSixLanguagesAndCutsNoText() throws Exception {
        assertThat(outcomeOf("browser/languages.js")).isEqualTo("ok");
    }

    /// Behind a proxy that refuses WebSocket, below a path, with two tabs and over a cut.
    @Test
    void thePageWorksByPollingAlone() throws Exception {
        assertThat(outcomeOf("browser/polling.js")).isEqualTo("ok");
    }

    @Test
    void thePageCompletesCodesAndNamesAndPicksEmoji() throws Exception {
        assertThat(outcomeOf("browser/emoji.js")).isEqualTo("ok");
    }

    /// Two pages and the app write while the network of one page fails, its tab is killed, and the
    /// host ends and starts again: everybody has every message, once, in the same order.
    @Test
    void pagesAndTheAppLoseNothingAndDoubleNothing() {
        RunningHost host = start(Optional.empty());
        int port = host.address().getPort();
        URI address = URI.create(url(host));
        Mirror mirror = new Mirror();
        try (NodeProcess story = NodeProcess.start("browser/exact.js", browser, url(host));
                Chat app =
                        new SocketIoConnector(InstantSource.system())
                                .join(new JoinRequest(address, "App"), mirror)) {
            await(story, "joined");
            IntStream.range(0, 5).forEach(n -> app.room(RoomId.LOBBY).send("app " + n));
            await(story, "stop the host");
            host.close();
            IntStream.range(5, 10).forEach(n -> app.room(RoomId.LOBBY).send("app " + n));
            story.tell("stopped");
            await(story, "start the host");
            host = start(Optional.empty(), port);
            app.reconnectNow();
            story.tell("started");
            String seen = await(story, "seen ");
            assertThat(seen).startsWith("seen ");
            List<String> inTheApp =
                    Patience.await()
                            .atMost(PATIENCE)
                            .until(() -> texts(mirror), texts -> texts.size() >= 30);
            assertThat(inTheApp).hasSize(30).doesNotHaveDuplicates();
            assertThat(seen.substring("seen ".length())).isEqualTo(String.join("|", inTheApp));
            assertThat(mirror.faults()).isEmpty();
            assertThat(outcome(story)).isEqualTo("ok");
        } finally {
            host.close();
        }
    }

    private static List<String> texts(Mirror mirror) {
        return mirror.confirmed(RoomId.LOBBY).stream().map(Message::text).toList();
    }

    /// A browser takes its time, beside everything else that runs here.
    private static String await(NodeProcess story, String beginning) {
        return Patience.await()
                .atMost(PATIENCE)
                .until(
                        () ->
                                story.lines().stream()
                                        .filter(
                                                line ->
                                                        line.startsWith(beginning)
                                                                || line.startsWith("failed"))
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String outcome(NodeProcess story) {
        Patience.await()
                .atMost(PATIENCE)
                .until(
                        () ->
                                story.lines().stream()
                                        .anyMatch(
                                                line ->
                                                        line.equals("ok")
                                                                || line.startsWith("failed")));
        return story.awaitLine(line -> line.equals("ok") || line.startsWith("failed"));
    }

    /// What a story on the page of a fresh chat says at its end.
    private String outcomeOf(String story) throws IOException {
        Path shots = Files.createDirectories(target().resolve("screenshots"));
        try (RunningHost host = start(Optional.empty());
                NodeProcess running =
                        NodeProcess.start(story, browser, url(host), shots.toString())) {
            return outcome(running);
        }
    }

    private RunningHost start(Optional<Path> web) {
        return start(web, 0);
    }

    private RunningHost start(Optional<Path> web, int port) {
        Clock clock = Clock.system(ZoneOffset.UTC);
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return RunningHost.start(
                new RunningHost.Plan(
                        "Test chat", folder, port, Optional.of("127.0.0.1"), web, List.of(), false),
                new ConsoleLog(nowhere, LogLevel.QUIET, clock),
                _ -> {},
                InstantSource.system());
    }

    private static String url(RunningHost host) {
        return "http://127.0.0.1:" + host.address().getPort() + "/";
    }

    private static Path target() {
        return Path.of(requireNonNull(System.getProperty("hearth.target")));
    }
}
