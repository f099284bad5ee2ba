package dev.hearth.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hearth.socketio.http.Timings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Socket.IO protocol v5, "Connection to a namespace" to "Disconnection from a namespace".
class NamespaceTest {
    @Test
    void tellsAPeersStoryInOrderAndItsEndOnce() throws Exception {
        try (Fixture server = new Fixture()) {
            try (WebSocketClient client = WebSocketClient.open(server.port)) {
                client.text("40{\"a\":1}");
                assertThat(client.next()).startsWith("40{\"sid\"");
                client.text("42[\"one\",1]");
                client.text("427[\"two\"]");
                assertThat(client.next()).isEqualTo("437[]");
                client.text("41");
            }
            await().until(() -> server.gauges().sessions() == 0);
            await().untilAsserted(
                            () ->
                                    assertThat(server.handler.log)
                                            .containsExactly(
                                                    "connecting {a=1}",
                                                    "connected",
                                                    "one [1]",
                                                    "two []",
                                                    "disconnected client namespace disconnect"));
        }
    }

    @Test
    void whoIsRefusedHearsNothingAndMayAskAgain() throws Exception {
        class Bouncer extends Recorder {
            @Override
            public ConnectAnswer connecting(Peer peer, @Nullable Object auth) {
                peers.add(peer);
                peer.join("group");
                peer.emit("early");
                return auth == null
                        ? new ConnectAnswer.Refuse("no", Map.of("why", "auth"))
                        : ConnectAnswer.ACCEPT;
            }
        }
        try (Fixture server = new Fixture(Fixture.OPTIONS, Timings.DEFAULT, new Bouncer());
                WebSocketClient client = WebSocketClient.open(server.port)) {
            client.text("40");
            assertThat(client.next())
                    .isEqualTo("44{\"message\":\"no\",\"data\":{\"why\":\"auth\"}}");
            Peer refused = server.peer();
            refused.emit("late");
            server.root.emit(OutboundEvent.of("all"));
            server.root.emitTo("group", OutboundEvent.of("group"));
            assertThat(refused.isConnected()).isFalse();
            client.text("40{}");
            assertThat(client.next()).startsWith("40{");
            assertThat(server.handler.log).doesNotContain("disconnected");
            server.root.emitTo("group", OutboundEvent.of("group"));
            assertThat(client.next()).isEqualTo("42[\"group\"]");
        }
    }

    @Test
    void nothingIsAcceptedBeforeTheConnectOrAfterTheDisconnect() throws Exception {
        try (Fixture server = new Fixture();
                WebSocketClient early = WebSocketClient.open(server.port);
                WebSocketClient late = WebSocketClient.joined(server.port)) {
            early.text("42[\"early\"]");
            assertThat(early.ends()).isTrue();
            late.text("41");
            late.text("42[\"late\"]");
            assertThat(late.ends()).isTrue();
            await().until(() -> server.gauges().sessions() == 0);
            assertThat(server.handler.log.toString())
                    .doesNotContain("early")
                    .doesNotContain("late");
        }
    }

    @Test
    void nothingFollowsTheClientsDisconnect() throws Exception {
        try (Fixture server = new Fixture();
                WebSocketClient client = WebSocketClient.joined(server.port)) {
            client.text("41");
            await().until(() -> server.handler.peers.isEmpty());
            server.root.emit(OutboundEvent.of("late"));
            client.text("40/nowhere,");
            assertThat(client.next()).isEqualTo("44/nowhere,{\"message\":\"Invalid namespace\"}");
        }
    }

    @Test
    void namespacesOfOneConnectionAreApart() throws Exception {
        try (Fixture server = new Fixture();
                WebSocketClient client = WebSocketClient.joined(server.port)) {
            client.text("40/other,");
            assertThat(client.next()).startsWith("40/other,{");
            client.text("42/other,1[\"x\",2]");
            assertThat(client.next()).isEqualTo("43/other,1[2]");
            client.text("41/other,");
            client.text("42[\"echo\",3]");
            assertThat(client.next()).isEqualTo("42[\"echo\",3]");
        }
    }

    @Test
    void aKickIsSaidAndClosesTheConnection() throws Exception {
        try (Fixture server = new Fixture();
                WebSocketClient socket = WebSocketClient.joined(server.port)) {
            socket.text("40/other,");
            assertThat(socket.next()).startsWith("40/other,");
            server.peer().emit("before");
            server.peer().disconnect("kicked");
            assertThat(socket.next()).isEqualTo("42[\"before\"]");
            assertThat(List.of(socket.next(), socket.next())).containsExactly("41", "41/other,");
            assertThat(socket.next()).isEqualTo("close 1000");
            assertThat(socket.ends()).isTrue();
            await().until(() -> server.handler.log.contains("disconnected kicked"));
            assertThat(server.gauges().sessions()).isZero();
        }
    }

    @Test
    void aKickIsForgottenWhenTheClientPollsNoMore() throws Exception {
        try (Fixture server = new Fixture(Fixture.OPTIONS, Fixture.hasty(), new Recorder());
                PollingClient polling = PollingClient.joined(server.port)) {
            await().until(() -> !server.handler.peers.isEmpty());
            server.peer().disconnect("kicked");
            assertThat(polling.poll().body()).isEqualTo("41");
            await().until(() -> server.gauges().sessions() == 0);
            assertThat(server.gauges().closed()).containsOnlyKeys("kicked");
        }
    }

    @Test
    void aKickReachesAPollingClient() throws Exception {
        try (Fixture server = new Fixture();
                PollingClient polling = PollingClient.joined(server.port)) {
            polling.get.request("GET", polling.target(), "");
            await().until(() -> !server.handler.peers.isEmpty());
            server.peer().disconnect("kicked");
            assertThat(polling.get.response().body()).isEqualTo("41");
            assertThat(polling.poll().body()).isEqualTo("1");
            await().until(() -> server.gauges().sessions() == 0);
        }
    }

    @Test
    void whoIgnoresAKickIsForgotten() throws Exception {
        try (Fixture server = new Fixture(Fixture.OPTIONS, Fixture.hasty(), new Recorder());
                PollingClient polling = PollingClient.joined(server.port)) {
            await().until(() -> !server.handler.peers.isEmpty());
            server.peer().disconnect("kicked");
            assertThat(polling.send("42[\"late\"]").status()).isEqualTo(400);
            await().until(() -> server.gauges().sessions() == 0);
            assertThat(server.handler.log).doesNotContain("late []");
        }
    }

    @Test
    void aBroadcastIsEncodedOncePerVersionAndFlushedOncePerPeer() throws Exception {
        try (Fixture server = new Fixture()) {
            List<WebSocketClient> clients = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                clients.add(WebSocketClient.joined(server.port));
            }
            for (int i = 0; i < 5; i++) {
                WebSocketClient two =
                        WebSocketClient.connect(server.port, "EIO=3&transport=websocket");
                assertThat(two.next()).startsWith("0{");
                assertThat(two.next()).isEqualTo("40");
                clients.add(two);
            }
            await().until(() -> server.handler.peers.size() == 25);
            Gauges before = server.gauges();
            OutboundEvent frame = OutboundEvent.of("news", "to all");
            server.root.emit(frame);
            for (WebSocketClient client : clients) {
                assertThat(client.next()).isEqualTo("42[\"news\",\"to all\"]");
            }
            assertThat(frame.encodings()).isEqualTo(2);
            assertThat(server.gauges().encodings() - before.encodings()).isEqualTo(2);
            assertThat(server.gauges().flushes() - before.flushes()).isEqualTo(25);
            for (WebSocketClient client : clients) {
                client.close();
            }
        }
    }

    @Test
    void aBurstCostsFarFewerFlushesThanPackets() throws Exception {
        try (Fixture server = new Fixture();
                WebSocketClient client = WebSocketClient.joined(server.port)) {
            long before = server.gauges().flushes();
            client.text("42[\"burst\",2000]");
            for (int i = 0; i < 2000; i++) {
                assertThat(client.next()).isEqualTo("42[\"numbered\"," + i + "]");
            }
            assertThat(server.gauges().flushes() - before).isLessThan(1000);
        }
    }

    @Test
    void groupsAndExceptions() throws Exception {
        try (Fixture server = new Fixture();
                WebSocketClient a = WebSocketClient.joined(server.port)) {
            await().until(() -> server.handler.peers.size() == 1);
            Peer first = server.peer();
            try (WebSocketClient b = WebSocketClient.joined(server.port)) {
                await().until(() -> server.handler.peers.size() == 2);
                first.join("g");
                server.root.emitTo("g", OutboundEvent.of("to g"));
                server.root.emitExcept(first, OutboundEvent.of("not first"));
                server.root.emitToExcept("g", first, OutboundEvent.of("nobody"));
                first.leave("g");
                server.root.emitTo("g", OutboundEvent.of("nobody"));
                server.root.emit(OutboundEvent.of("end"));
                assertThat(a.next()).isEqualTo("42[\"to g\"]");
                assertThat(a.next()).isEqualTo("42[\"end\"]");
                assertThat(b.next()).isEqualTo("42[\"not first\"]");
                assertThat(b.next()).isEqualTo("42[\"end\"]");
                assertThat(first.groups()).isEmpty();
            }
        }
    }

    @Test
    void aHandlerThatBlocksDelaysNobodyElse() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        class Blocking extends Recorder {
            @Override
            public void event(Peer peer, String name, List<@Nullable Object> arguments, Ack ack) {
                if (name.equals("block")) {
                    try {
                        release.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
                super.event(peer, name, arguments, ack);
            }
        }
        var soon = java.time.Duration.ofMillis(100);
        try (Fixture server =
                        new Fixture(
                                Fixture.OPTIONS.withHeartbeat(
                                        soon, java.time.Duration.ofSeconds(5)),
                                Timings.DEFAULT,
                                new Blocking());
                WebSocketClient blocked = WebSocketClient.joined(server.port);
                WebSocketClient other = WebSocketClient.joined(server.port)) {
            for (int i = 0; i < 50; i++) {
                blocked.text("42[\"block\"]");
            }
            for (int i = 0; i < 5; i++) {
                assertThat(other.frame()).isEqualTo("2");
                other.text("3");
                assertThat(blocked.frame()).isEqualTo("2");
                blocked.text("3");
            }
            other.text("421[\"x\"]");
            assertThat(other.next()).isEqualTo("431[]");
            release.countDown();
            blocked.text("422[\"x\"]");
            assertThat(blocked.next()).isEqualTo("432[]");
        }
    }

    @Test
    void handlersRunOnVirtualThreads() throws Exception {
        class Threads extends Recorder {
            @Override
            public void event(Peer peer, String name, List<@Nullable Object> arguments, Ack ack) {
                ack.send(Thread.currentThread().isVirtual());
            }
        }
        try (Fixture server = new Fixture(Fixture.OPTIONS, Timings.DEFAULT, new Threads());
                WebSocketClient client = WebSocketClient.joined(server.port)) {
            client.text("421[\"x\"]");
            assertThat(client.next()).isEqualTo("431[true]");
        }
    }
}
