package dev.hearth.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hearth.cli.HostRequest.LogLevel;
import dev.hearth.testkit.NodeProcess;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages in a real Chromium. Skipped, and said so, where there is none (see docs/testing.md).
final class BrowserTest {
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
    void thePlainPageChatsThroughACut() throws Exception {
        Path shots = Files.createDirectories(target().resolve("screenshots"));
        try (RunningHost host = start(Optional.empty());
                NodeProcess story =
                        NodeProcess.start(
                                "browser/page.js", browser, url(host), shots.toString())) {
            story.awaitLine(line -> line.equals("joined"));
            try (Chatter app =
                    Chatter.connect(
                            java.net.URI.create(url(host)),
                            "socket.io-client",
                            "websocket",
                            Map.of("hearth", 1, "name", "Ann", "key", "a"))) {
                app.ask("hello from the app");
                assertThat(outcome(story)).isEqualTo("ok");
            }
        }
    }

    private static String outcome(NodeProcess story) {
        return story.awaitLine(line -> line.equals("ok") || line.startsWith("failed"));
    }

    private RunningHost start(Optional<Path> web) {
        Clock clock = Clock.system(ZoneOffset.UTC);
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return RunningHost.start(
                new RunningHost.Plan(
                        "Test chat", folder, 0, Optional.of("127.0.0.1"), web, List.of(), false),
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
