package dev.hearth.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hearth.socketio.http.HttpRequest;
import dev.hearth.socketio.http.HttpResponse;
import dev.hearth.socketio.http.Timings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpTest {
    @TempDir Path folder;

    private final SocketServer server = new SocketServer(Fixture.OPTIONS);

    private HttpResponse answer(HttpRequest question) {
        return switch (question.path()) {
            case "/file" ->
                    new HttpResponse(
                            200,
                            Map.of("x-a", "b"),
                            new HttpResponse.FileBody(folder.resolve("f")));
            case "/gone" ->
                    new HttpResponse(200, Map.of(), new HttpResponse.FileBody(folder.resolve("g")));
            case "/fail" -> throw new IllegalStateException("secret");
            case "/thread" -> HttpResponse.text(200, "" + Thread.currentThread().isVirtual());
            case "/none" -> HttpResponse.text(204, "");
            default ->
                    HttpResponse.text(
                            200,
                            question.method()
                                    + " "
                                    + question.path()
                                    + " "
                                    + question.query()
                                    + " "
                                    + question.headers().get("x-test")
                                    + " "
                                    + StandardCharsets.UTF_8.decode(question.body()));
        };
    }

    @BeforeEach
    void start() throws Exception {
        server.http(this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private RawSocket connect() throws Exception {
        return new RawSocket(server.address().getPort());
    }

    @Test
    void asksTheHandlerEverythingButTheEnginePath() throws Exception {
        try (RawSocket socket = connect()) {
            var response =
                    socket.exchange("POST", "/a%20b?q=1&q=%F0%9F%94%A5", "body 🔥", "X-Test: 1");
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.body()).isEqualTo("POST /a b {q=[1, 🔥]} 1 body 🔥");
            assertThat(response.headers()).containsKey("date");
            assertThat(socket.exchange("GET", "/socket.io/socket.io.js", "").body())
                    .startsWith("GET /socket.io/socket.io.js");
            assertThat(socket.exchange("GET", "/socket.iox/", "").body()).startsWith("GET");
            assertThat(socket.exchange("GET", "/thread", "").body()).isEqualTo("true");
            assertThat(socket.exchange("GET", "/none", "").headers())
                    .doesNotContainKey("content-length");
            assertThat(socket.exchange("GET", "/../%2e%2e/etc", "").body())
                    .startsWith("GET /../../etc");
        }
    }

    @Test
    void aHeadHasTheLengthButNoBody() throws Exception {
        try (RawSocket socket = connect()) {
            assertThat(socket.exchange("HEAD", "/thread", "").headers())
                    .containsEntry("content-length", "4");
            assertThat(socket.exchange("GET", "/thread", "").body()).isEqualTo("true");
        }
    }

    @Test
    void streamsFiles() throws Exception {
        byte[] bytes = new byte[20_000_000];
        new java.util.Random(1).nextBytes(bytes);
        Files.write(folder.resolve("f"), bytes);
        try (RawSocket socket = connect()) {
            socket.request("GET", "/file", "");
            var head = socket.response(false);
            assertThat(head.headers()).containsEntry("content-length", "20000000");
            assertThat(head.headers()).containsEntry("x-a", "b");
            assertThat(socket.in.readNBytes(bytes.length)).isEqualTo(bytes);
            assertThat(socket.exchange("HEAD", "/file", "").headers())
                    .containsEntry("content-length", "20000000");
            assertThat(socket.exchange("GET", "/gone", "").status()).isEqualTo(404);
        }
    }

    @Test
    void aHandlerThatFailsTellsNothing() throws Exception {
        try (RawSocket socket = connect()) {
            var response = socket.exchange("GET", "/fail", "");
            assertThat(response.status()).isEqualTo(500);
            assertThat(response.body()).isEqualTo("Internal error");
            assertThat(socket.exchange("GET", "/thread", "").status()).isEqualTo(200);
        }
    }

    @Test
    void withoutAHandlerThereIsNothing() throws Exception {
        try (Fixture bare = new Fixture();
                RawSocket socket = new RawSocket(bare.port)) {
            assertThat(socket.exchange("GET", "/", "").status()).isEqualTo(404);
        }
    }

    @Test
    void tooLargeABodyIsRefused() throws Exception {
        try (RawSocket socket = connect()) {
            socket.request("PUT", "/", "", "Content-Length: 1000001");
            assertThat(socket.response().status()).isEqualTo(413);
        }
    }

    @Test
    void honoursConnectionClose() throws Exception {
        try (RawSocket socket = connect()) {
            assertThat(socket.exchange("GET", "/thread", "", "Connection: close").headers())
                    .containsEntry("connection", "close");
            assertThat(socket.ends()).isTrue();
        }
    }

    @Test
    void closesWhoIsTooSlow() throws Exception {
        Duration soon = Duration.ofMillis(150);
        try (Fixture hasty =
                        new Fixture(
                                Fixture.OPTIONS,
                                new Timings(soon, soon, soon, soon, soon),
                                new Recorder());
                RawSocket silent = new RawSocket(hasty.port);
                RawSocket head = new RawSocket(hasty.port);
                RawSocket body = new RawSocket(hasty.port);
                RawSocket idle = new RawSocket(hasty.port)) {
            head.send("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow");
            body.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n12");
            assertThat(idle.exchange("GET", "/", "").status()).isEqualTo(404);
            assertThat(silent.ends()).isTrue();
            assertThat(head.ends()).isTrue();
            assertThat(body.ends()).isTrue();
            assertThat(idle.ends()).isTrue();
            await().until(() -> hasty.gauges().connections() == 0);
            assertThat(hasty.gauges().timers()).isZero();
        }
    }

    @Test
    void aSlowReaderGetsItsFileAndOneThatStandsStillIsCut() throws Exception {
        int length = 30_000_000;
        Files.write(folder.resolve("f"), new byte[length]);
        Duration late = Duration.ofSeconds(10);
        Timings timings = new Timings(late, late, Duration.ofSeconds(1), late, late);
        try (SocketServer hasty = new SocketServer(Fixture.OPTIONS, timings)) {
            hasty.http(this::answer);
            int port = hasty.start().getPort();
            try (RawSocket slow = new RawSocket(port)) {
                slow.request("GET", "/file", "");
                assertThat(slow.response(false).status()).isEqualTo(200);
                AtomicInteger read = new AtomicInteger();
                // A part at each look: longer in all than anyone may stand still.
                await().pollInterval(Duration.ofMillis(100))
                        .until(() -> read.addAndGet(part(slow, length / 15)) == length);
                assertThat(slow.exchange("GET", "/thread", "").status()).isEqualTo(200);
            }
            try (RawSocket still = new RawSocket(port)) {
                still.request("GET", "/file", "");
                await().until(() -> hasty.gauges().refused().containsKey("slow reader"));
                await().until(() -> hasty.gauges().connections() == 0);
                assertThat(hasty.gauges().timers()).isZero();
            }
        }
    }

    private static int part(RawSocket from, int length) throws java.io.IOException {
        return from.in.readNBytes(length).length;
    }

    @Test
    void oneFileIsOpenPerConnection() throws Exception {
        Files.write(folder.resolve("f"), new byte[20_000_000]);
        try (RawSocket socket = connect()) {
            for (int i = 0; i < 100; i++) {
                socket.request("GET", "/file", "");
            }
            await().until(() -> opened() == 1);
            await().during(Duration.ofMillis(500)).until(() -> opened() == 1);
            for (int i = 0; i < 3; i++) {
                assertThat(socket.response(false).status()).isEqualTo(200);
                socket.in.skipNBytes(20_000_000);
            }
        }
        await().until(() -> opened() == 0);
    }

    /// Descriptors of this process that are the file.
    private long opened() throws java.io.IOException {
        Path descriptors = Path.of("/proc/self/fd");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isDirectory(descriptors));
        Path file = folder.resolve("f").toRealPath();
        try (var all = Files.list(descriptors)) {
            return all.filter(descriptor -> leadsTo(descriptor, file)).count();
        }
    }

    private static boolean leadsTo(Path descriptor, Path file) {
        try {
            return Files.readSymbolicLink(descriptor).equals(file);
        } catch (java.io.IOException e) {
            return false; // closed meanwhile
        }
    }
}
