package dev.hearth.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hearth.socketio.http.Timings;
import dev.hearth.testkit.LiveObjects;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Nothing stays of who came and went.
class LeakTest {
    private static final Duration SOON = Duration.ofMillis(100);

    /// Time enough to join, also on a busy machine.
    private static final Duration LATER = Duration.ofSeconds(1);

    private static final ServerOptions HASTY =
            Fixture.OPTIONS.withHeartbeat(SOON, LATER).withConnectTimeout(LATER);

    private final Fixture server = new Fixture();

    @AfterEach
    void stop() {
        server.close();
    }

    private static void isEmpty(Fixture fixture) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> {
                            Gauges gauges = fixture.gauges();
                            assertThat(gauges.sessions()).isZero();
                            assertThat(gauges.connections()).isZero();
                            assertThat(gauges.peers()).isZero();
                            assertThat(gauges.timers()).isZero();
                            assertThat(gauges.pendingBytes()).isZero();
                        });
    }

    private void comeAndGo(int times) throws IOException {
        try (RawSocket socket = new RawSocket(server.port)) {
            for (int i = 0; i < times; i++) {
                String open =
                        socket.exchange("GET", "/socket.io/?EIO=4&transport=polling", "").body();
                String sid = open.substring(open.indexOf(":\"") + 2, open.indexOf("\",\"upgrades"));
                String target = "/socket.io/?EIO=4&transport=polling&sid=" + sid;
                socket.exchange("POST", target, "40");
                assertThat(socket.exchange("GET", target, "").body()).startsWith("40{");
                socket.exchange("POST", target, "41\u001e1");
                assertThat(socket.exchange("GET", target, "").body()).isEqualTo("6");
            }
        }
    }

    private void comeAndGoByWebSocket(int times) throws IOException {
        for (int i = 0; i < times; i++) {
            try (WebSocketClient client = WebSocketClient.joined(server.port)) {
                assertThat(client.socket.isConnected()).isTrue();
            }
        }
    }

    private void leavesNothing(int polling, int sockets) throws IOException {
        comeAndGo(500);
        comeAndGoByWebSocket(50);
        server.handler.log.clear();
        isEmpty(server);
        LiveObjects before = LiveObjects.count();
        comeAndGo(polling);
        comeAndGoByWebSocket(sockets);
        server.handler.log.clear();
        isEmpty(server);
        // A tenth of what came would be a leak; fewer are caches, buffers and the test itself.
        await().untilAsserted(
                        () -> assertThat(LiveObjects.count().more(before, sockets / 10)).isEmpty());
        assertThat(server.gauges().sessionsOpened()).isEqualTo(550 + polling + sockets);
    }

    @Test
    void thousandsWhoComeAndGo() throws Exception {
        leavesNothing(2_000, 500);
    }

    @Test
    @Tag("soak")
    void aHundredThousandWhoComeAndGo() throws Exception {
        leavesNothing(90_000, 10_000);
    }

    @Test
    void abandonedHandshakesAndUnansweredPolls() throws Exception {
        try (Fixture hasty = new Fixture(HASTY)) {
            for (int i = 0; i < 100; i++) {
                PollingClient.open(hasty.port).close();
                PollingClient polling = PollingClient.joined(hasty.port);
                polling.get.request("GET", polling.target(), "");
                polling.close();
                WebSocketClient.open(hasty.port).close();
                PollingClient upgrading = PollingClient.open(hasty.port);
                WebSocketClient.connect(
                                hasty.port, "EIO=4&transport=websocket&sid=" + upgrading.sid)
                        .text("2probe");
                upgrading.close();
            }
            isEmpty(hasty);
        }
    }

    @Test
    void halfRequestsAndPreflights() throws Exception {
        Timings timings = new Timings(SOON, SOON, SOON, SOON, SOON);
        try (Fixture hasty = new Fixture(HASTY, timings, new Recorder())) {
            RawSocket[] sockets = new RawSocket[200];
            for (int i = 0; i < sockets.length; i++) {
                sockets[i] = new RawSocket(hasty.port);
                sockets[i].send(
                        switch (i % 4) {
                            case 0 -> "GET /socket.io/?EIO=4&transp";
                            case 1 ->
                                    "GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: local";
                            case 2 ->
                                    "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n1";
                            default ->
                                    "OPTIONS /socket.io/?EIO=4 HTTP/1.1\r\nHost: localhost\r\n\r\n";
                        });
            }
            isEmpty(hasty);
            for (RawSocket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void memoryStaysFlatUnderWhatIsTooLarge() throws Exception {
        String deep = "42[\"x\"," + "[".repeat(400_000);
        for (int i = 0; i < 20; i++) {
            try (WebSocketClient client = WebSocketClient.joined(server.port)) {
                client.text(deep);
                assertThat(client.ends()).isTrue();
            }
            try (WebSocketClient client = WebSocketClient.joined(server.port)) {
                client.text("451000-[\"x\"]");
                assertThat(client.ends()).isTrue();
            }
            try (WebSocketClient client = WebSocketClient.joined(server.port)) {
                client.frame(
                        WebSocketClient.FIN | WebSocketClient.BINARY, new byte[2_000_000], true);
                assertThat(client.ends()).isTrue();
            } catch (java.net.SocketException e) {
                assertThat(e).isNotNull(); // cut off while it was sending
            }
        }
        isEmpty(server);
        await().untilAsserted(() -> assertThat(server.gauges().memory()).isZero());
        assertThat(server.gauges().refused()).containsEntry("too many attachments", 20L);
    }
}
