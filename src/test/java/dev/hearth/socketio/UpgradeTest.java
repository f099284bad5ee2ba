package dev.hearth.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Engine.IO protocol v4, "Upgrade".
class UpgradeTest {
    private final Fixture server = new Fixture(Fixture.OPTIONS, Fixture.hasty(), new Recorder());

    @AfterEach
    void stop() {
        server.close();
    }

    private WebSocketClient candidate(PollingClient client) throws Exception {
        return WebSocketClient.connect(server.port, "EIO=4&transport=websocket&sid=" + client.sid);
    }

    @Test
    void nothingIsLostOrReorderedWhileItHappens() throws Exception {
        for (int round = 0; round < 20; round++) {
            try (PollingClient client = PollingClient.joined(server.port)) {
                await().until(() -> !server.handler.peers.isEmpty());
                Peer peer = server.peer();
                AtomicBoolean upgraded = new AtomicBoolean();
                Thread sender =
                        Thread.startVirtualThread(
                                () -> {
                                    int n = 0;
                                    while (!upgraded.get()) {
                                        peer.emit("n", n++);
                                        Thread.onSpinWait();
                                    }
                                    peer.emit("last", n);
                                });
                int seen = 0;
                for (int i = 0; i < 3; i++) {
                    seen = count(client.poll().body(), seen);
                }
                try (WebSocketClient socket = candidate(client)) {
                    socket.text("2probe");
                    assertThat(socket.next()).isEqualTo("3probe");
                    seen = count(client.poll().body(), seen);
                    socket.text("5");
                    for (int i = 0; i < 100; i++) {
                        seen = count(socket.next(), seen);
                    }
                    upgraded.set(true);
                    sender.join();
                    String last = socket.next();
                    while (!last.contains("last")) {
                        seen = count(last, seen);
                        last = socket.next();
                    }
                    assertThat(last).isEqualTo("42[\"last\"," + seen + "]");
                }
                await().until(() -> server.handler.peers.isEmpty());
            }
        }
    }

    private static int count(String payload, int from) {
        int next = from;
        for (String packet : payload.split("\u001e")) {
            if (!packet.equals("6")) {
                assertThat(packet).isEqualTo("42[\"n\"," + next++ + "]");
            }
        }
        return next;
    }

    @Test
    void aPingThatFallsIntoItArrivesOverTheWebSocket() throws Exception {
        Duration interval = Duration.ofMillis(200);
        ServerOptions options = Fixture.OPTIONS.withHeartbeat(interval, Duration.ofSeconds(1));
        try (Fixture beating = new Fixture(options);
                PollingClient client = PollingClient.joined(beating.port);
                WebSocketClient socket =
                        WebSocketClient.connect(
                                beating.port, "EIO=4&transport=websocket&sid=" + client.sid);
                WebSocketClient witness = WebSocketClient.open(beating.port)) {
            socket.text("2probe");
            assertThat(socket.frame()).isEqualTo("3probe");
            // When a client that came later gets its ping, this one's is due, and no poll waits.
            assertThat(witness.frame()).isEqualTo("2");
            socket.text("5");
            assertThat(socket.frame()).isEqualTo("2");
            assertThat(beating.gauges().sessions()).as("two clients").isEqualTo(2);
        }
    }

    @Test
    void endsThePendingPollWithANoop() throws Exception {
        try (PollingClient client = PollingClient.joined(server.port)) {
            client.get.request("GET", client.target(), "");
            try (WebSocketClient socket = candidate(client)) {
                socket.text("2probe");
                assertThat(socket.next()).isEqualTo("3probe");
                assertThat(client.get.response().body()).isEqualTo("6");
                socket.text("5");
                socket.text("42[\"echo\",1]");
                assertThat(socket.next()).isEqualTo("42[\"echo\",1]");
                assertThat(client.poll().status()).isEqualTo(400);
                assertThat(client.send("42[\"echo\",1]").status()).isEqualTo(400);
            }
        }
    }

    @Test
    void aCandidateThatDiesLeavesPollingAlive() throws Exception {
        try (PollingClient client = PollingClient.joined(server.port)) {
            WebSocketClient socket = candidate(client);
            socket.text("2probe");
            assertThat(socket.next()).isEqualTo("3probe");
            socket.close();
            client.send("42[\"echo\",1]");
            assertThat(client.next()).isIn("6", "42[\"echo\",1]");
            try (WebSocketClient again = candidate(client)) {
                again.text("2probe");
                assertThat(again.next()).isEqualTo("3probe");
            }
            assertThat(server.gauges().sessions()).isEqualTo(1);
        }
    }

    @Test
    void aCandidateThatDoesNotFinishIsClosed() throws Exception {
        try (PollingClient client = PollingClient.joined(server.port);
                WebSocketClient socket = candidate(client)) {
            socket.text("2probe");
            assertThat(socket.next()).isEqualTo("3probe");
            assertThat(socket.ends()).isTrue();
            client.send("42[\"echo\",1]");
            assertThat(client.next()).isEqualTo("42[\"echo\",1]");
        }
    }

    /// A JavaScript client that has ended its last poll for the WebSocket never polls again: a
    /// WebSocket that ends before it took over would leave it waiting for its heartbeat.
    @Test
    void aSessionThatEndsMeanwhileSaysSoOverTheWebSocket() throws Exception {
        try (Fixture patient = new Fixture();
                PollingClient client = PollingClient.joined(patient.port);
                WebSocketClient socket =
                        WebSocketClient.connect(
                                patient.port, "EIO=4&transport=websocket&sid=" + client.sid)) {
            client.get.request("GET", client.target(), "");
            socket.text("2probe");
            assertThat(socket.next()).isEqualTo("3probe");
            assertThat(client.get.response().body()).isEqualTo("6");
            patient.peer().disconnect("put out");
            await().until(() -> patient.handler.peers.isEmpty());
            socket.text("5");
            assertThat(socket.next()).isEqualTo("41");
            assertThat(socket.ends()).isTrue();
        }
    }

    @Test
    void aCandidateThatSaysSomethingElseIsClosed() throws Exception {
        for (String wrong : new String[] {"5", "40", "2", "", "42[\"echo\",1]"}) {
            try (PollingClient client = PollingClient.joined(server.port);
                    WebSocketClient socket = candidate(client)) {
                socket.text(wrong);
                assertThat(socket.ends()).as(wrong).isTrue();
                client.send("42[\"echo\",1]");
                assertThat(client.next()).isEqualTo("42[\"echo\",1]");
            }
        }
    }

    @Test
    void aSecondCandidateIsClosed() throws Exception {
        try (PollingClient client = PollingClient.joined(server.port);
                WebSocketClient first = candidate(client);
                WebSocketClient second = candidate(client)) {
            assertThat(second.ends()).isTrue();
            first.text("2probe");
            assertThat(first.next()).isEqualTo("3probe");
        }
    }
}
