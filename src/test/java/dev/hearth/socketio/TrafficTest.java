package dev.hearth.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hearth.socketio.http.Timings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a server tells of its connections: bytes there and back, and how long a heartbeat takes.
final class TrafficTest {
    @Test
    void countsEveryByteOfAConnection() throws IOException {
        try (Fixture server = new Fixture();
                RawSocket raw = new RawSocket(server.port)) {
            String request = "GET /nothing HTTP/1.1\r\nHost: 127.0.0.1:" + server.port + "\r\n";
            String end = "Connection: close\r\n\r\n";
            raw.send(request + end);
            byte[] answer = raw.in.readAllBytes();
            assertThat(new String(answer, StandardCharsets.UTF_8)).startsWith("HTTP/1.1 404");
            assertThat(server.gauges().received()).isEqualTo(request.length() + end.length());
            assertThat(server.gauges().sent()).isEqualTo(answer.length);
        }
    }

    @Test
    void countsWhatGoesThroughAWebSocket() throws Exception {
        try (Fixture server = new Fixture();
                WebSocketClient socket = WebSocketClient.joined(server.port)) {
            await().until(() -> server.handler.peers.size() == 1);
            Gauges before = server.gauges();
            server.peer().emit("news", "x".repeat(10_000));
            socket.next();
            assertThat(server.gauges().sent() - before.sent()).isBetween(10_000L, 10_100L);
        }
    }

    @Test
    void knowsHowLongAHeartbeatTakesOnceItWasAnswered() throws Exception {
        long before = System.nanoTime();
        Duration quick = Duration.ofMillis(100);
        ServerOptions options = Fixture.OPTIONS.withHeartbeat(quick, Duration.ofSeconds(10));
        try (Fixture server = new Fixture(options, Timings.DEFAULT, new Recorder());
                WebSocketClient socket = WebSocketClient.open(server.port)) {
            socket.text("40");
            List<String> heard = new ArrayList<>();
            while (heard.size() < 2) {
                heard.add(socket.frame());
            }
            assertThat(heard).contains("2").anyMatch(it -> it.startsWith("40{"));
            Peer peer = server.peer();
            assertThat(peer.roundTrip()).isEmpty();
            socket.text("3");
            await().until(() -> peer.roundTrip().isPresent());
            assertThat(peer.roundTrip().orElseThrow())
                    .isBetween(Duration.ZERO, Duration.ofNanos(System.nanoTime() - before));
        }
    }
}
