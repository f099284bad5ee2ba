package dev.hearth.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hearth.socketio.http.HttpRequest;
import dev.hearth.socketio.http.HttpResponse;
import dev.hearth.socketio.http.ResponseStream;
import dev.hearth.socketio.http.Timings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Answers that go on.
final class StreamedAnswersTest {
    private static final Duration LATE = Duration.ofSeconds(10);

    /// A beat in every quarter of the time between two requests.
    private static final Timings TIMINGS =
            new Timings(LATE, LATE, Duration.ofMillis(800), LATE, LATE);

    private final SocketServer server = new SocketServer(Fixture.OPTIONS, TIMINGS);
    private final BlockingQueue<ResponseStream> opened = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    private HttpResponse answer(HttpRequest question) {
        return question.path().equals("/stream")
                ? new HttpResponse(
                        200,
                        Map.of("x-a", "b"),
                        new HttpResponse.Streamed(bytes("beat "), this::opened))
                : HttpResponse.text(200, "plain");
    }

    private void opened(ResponseStream stream) {
        stream.listen(
                new ResponseStream.Listener() {
                    @Override
                    public void writable() {
                        told.add("writable " + Thread.currentThread().isVirtual());
                    }

                    @Override
                    public void ended() {
                        told.add("ended " + Thread.currentThread().isVirtual());
                    }
                });
        opened.add(stream);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String next(RawSocket socket, int length) throws Exception {
        // A chunk: its length, itself, the end of its line.
        String size = line(socket);
        assertThat(Integer.parseInt(size, 16)).as("chunk").isEqualTo(length);
        String chunk = new String(socket.in.readNBytes(length), StandardCharsets.UTF_8);
        assertThat(line(socket)).isEmpty();
        return chunk;
    }

    private static String line(RawSocket socket) throws Exception {
        var line = new StringBuilder();
        for (int c = socket.in.read(); c != '\n'; c = socket.in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
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
    void whatIsSentLeavesAtOnceAndAnEndLeavesTheConnection() throws Exception {
        try (RawSocket socket = connect()) {
            socket.request("GET", "/stream", "");
            socket.request("GET", "/after", "");
            var head = socket.response(false);
            assertThat(head.headers())
                    .containsEntry("transfer-encoding", "chunked")
                    .containsEntry("x-a", "b")
                    .doesNotContainKey("content-length");
            ResponseStream stream = opened.take();
            stream.send(bytes("one"));
            assertThat(next(socket, 3)).isEqualTo("one");
            assertThat(next(socket, 5)).as("a client with nothing to read").isEqualTo("beat ");
            stream.send(bytes("last"));
            stream.end();
            stream.send(bytes("too late"));
            assertThat(next(socket, 4)).isEqualTo("last");
            assertThat(next(socket, 0)).isEmpty();
            assertThat(told.take()).isEqualTo("ended true");
            assertThat(stream.isOpen()).isFalse();
            assertThat(socket.response().body()).isEqualTo("plain");
        }
        await().until(() -> server.gauges().connections() == 0);
        assertThat(server.gauges().memory()).isZero();
        assertThat(server.gauges().timers()).isZero();
    }

    @Test
    void whoTakesNothingIsCutAndWhoReadsAgainIsTold() throws Exception {
        String part = "x".repeat(100_000);
        try (RawSocket slow = connect();
                RawSocket still = connect()) {
            slow.request("GET", "/stream", "");
            slow.response(false);
            ResponseStream stream = opened.take();
            int parts = 0;
            for (; stream.isWritable() || parts < 100; parts++) {
                stream.send(bytes(part)); // more than sockets hold
            }
            assertThat(server.gauges().memory()).isGreaterThan(100_000);
            for (int n = 0; n < parts * part.length(); ) {
                int size = Integer.parseInt(line(slow), 16);
                slow.in.skipNBytes(size + 2);
                n += size;
            }
            assertThat(told.take()).isEqualTo("writable true");
            still.request("GET", "/stream", "");
            ResponseStream other = opened.take();
            for (int n = 0; n < 200; n++) {
                other.send(bytes(part));
            }
            await().until(() -> server.gauges().refused().containsKey("slow reader"));
            await().until(() -> told.removeIf("ended true"::equals));
            assertThat(stream.isOpen()).isTrue();
        }
        await("a client that goes").until(() -> told.contains("ended true"));
        await().until(() -> server.gauges().memory() == 0);
    }

    @Test
    void aClientOfOldHttpReadsUntilTheEnd() throws Exception {
        try (RawSocket socket = connect()) {
            socket.send(
                    "GET /stream HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n");
            assertThat(socket.response(false).headers()).doesNotContainKey("transfer-encoding");
            ResponseStream stream = opened.take();
            stream.send(bytes("bare"));
            assertThat(new String(socket.in.readNBytes(4), StandardCharsets.UTF_8))
                    .isEqualTo("bare");
            stream.end();
            assertThat(socket.ends()).isTrue();
        }
    }
}
