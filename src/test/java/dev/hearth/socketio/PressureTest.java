package dev.hearth.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hearth.socketio.http.Timings;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What waits is bounded, both ways.
class PressureTest {
    private static final String KILOBYTE = "x".repeat(1000);

    private static ServerOptions options(int high, int max) {
        Sizes sizes = Sizes.DEFAULT;
        return Fixture.OPTIONS.withSizes(
                new Sizes(sizes.maxPayload(), sizes.maxAttachments(), high, max, 0));
    }

    private static final class Watching extends Recorder {
        final AtomicInteger writable = new AtomicInteger();

        @Override
        public void writable(Peer peer) {
            writable.incrementAndGet();
        }
    }

    @Test
    void theLayerAboveSeesAndHearsOfASlowReader() throws Exception {
        Watching handler = new Watching();
        try (Fixture server = new Fixture(options(100_000, 50_000_000), Timings.DEFAULT, handler);
                WebSocketClient client = WebSocketClient.joined(server.port)) {
            await().until(() -> !handler.peers.isEmpty());
            Peer peer = server.peer();
            int sent = 0;
            while (peer.isWritable() || sent < 10_000) {
                peer.emit("k", sent++, KILOBYTE);
            }
            assertThat(peer.pendingBytes()).isGreaterThan(100_000);
            assertThat(server.gauges().pendingBytes()).isGreaterThan(100_000);
            long[] before = {-1};
            await().until(
                            () ->
                                    before[0]
                                            == (before[0] =
                                                    peer.pendingBytes())); // the socket is full
            int wakings = handler.writable.get();
            for (int i = 0; i < sent; i++) {
                assertThat(client.next()).startsWith("42[\"k\"," + i + ",");
            }
            await().untilAsserted(() -> assertThat(handler.writable).hasValue(wakings + 1));
            await().untilAsserted(() -> assertThat(peer.pendingBytes()).isZero());
        }
    }

    @Test
    void aReaderThatIsTooSlowIsClosed() throws Exception {
        try (Fixture server = new Fixture(options(100_000, 2_000_000));
                WebSocketClient socket = WebSocketClient.joined(server.port);
                PollingClient polling = PollingClient.joined(server.port)) {
            await().until(() -> server.handler.peers.size() == 2);
            for (int i = 0; i < 20_000 && server.root.peers().size() > 0; i++) {
                server.root.emit(OutboundEvent.of("k", i, KILOBYTE));
            }
            await().until(() -> server.gauges().sessions() == 0);
            assertThat(server.gauges().closed()).containsEntry("too slow", 2L);
            assertThat(server.gauges().pendingBytes()).isZero();
            assertThat(polling.poll().status()).isEqualTo(400);
            assertThat(socket.ends()).isTrue();
        }
    }

    @Test
    void whoSendsFasterThanItsHandlerIsNotReadAndNothingIsLost() throws Exception {
        Semaphore permits = new Semaphore(0);
        class Slow extends Recorder {
            int seen;

            @Override
            public void event(Peer peer, String name, List<@Nullable Object> arguments, Ack ack) {
                permits.acquireUninterruptibly();
                assertThat(arguments.getFirst()).isEqualTo(seen++);
                ack.send();
            }
        }
        int total = 20_000;
        try (Fixture server = new Fixture(Fixture.OPTIONS, Timings.DEFAULT, new Slow());
                WebSocketClient client = WebSocketClient.joined(server.port)) {
            AtomicInteger sent = new AtomicInteger();
            Thread sender =
                    Thread.startVirtualThread(
                            () -> {
                                try {
                                    for (int i = 0; i < total; i++) {
                                        String ack = i == total - 1 ? "1" : "";
                                        client.text(
                                                "42" + ack + "[\"k\"," + i + ",\"" + KILOBYTE
                                                        + "\"]");
                                        sent.incrementAndGet();
                                    }
                                } catch (java.io.IOException e) {
                                    throw new java.io.UncheckedIOException(e);
                                }
                            });
            AtomicInteger before = new AtomicInteger(-1);
            await().until(() -> before.getAndSet(sent.get()) == sent.get()); // the sender is stuck
            assertThat(sent.get()).isLessThan(total / 2);
            permits.release(total);
            assertThat(client.next()).isEqualTo("431[]");
            sender.join();
        }
    }

    @Test
    void theAnswerToAPostIsHeldWhileTheHandlerIsBehind() throws Exception {
        Semaphore permits = new Semaphore(0);
        class Slow extends Recorder {
            @Override
            public void event(Peer peer, String name, List<@Nullable Object> arguments, Ack ack) {
                permits.acquireUninterruptibly();
                log.add(String.valueOf(arguments.getFirst()));
            }
        }
        try (Fixture server = new Fixture(Fixture.OPTIONS, Timings.DEFAULT, new Slow());
                PollingClient client = PollingClient.joined(server.port)) {
            StringBuilder payload = new StringBuilder();
            int total = 50_000;
            for (int i = 0; i < total; i++) {
                payload.append(i == 0 ? "" : "\u001e").append("42[\"k\",").append(i).append(']');
            }
            client.post.request("POST", client.target(), payload.toString());
            client.post.socket.setSoTimeout(300);
            org.assertj.core.api.Assertions.assertThatThrownBy(client.post::response)
                    .isInstanceOf(java.net.SocketTimeoutException.class);
            permits.release(total);
            client.post.socket.setSoTimeout(10_000);
            assertThat(client.post.response().body()).isEqualTo("ok");
            await().until(() -> server.handler.log.contains(String.valueOf(total - 1)));
        }
    }

    @Test
    void attachmentsCountAgainstWhatMayWait() throws Exception {
        Semaphore permits = new Semaphore(0);
        class Slow extends Recorder {
            @Override
            public void event(Peer peer, String name, List<@Nullable Object> arguments, Ack ack) {
                permits.acquireUninterruptibly();
                ack.send();
            }
        }
        int total = 200;
        try (Fixture server = new Fixture(Fixture.OPTIONS, Timings.DEFAULT, new Slow());
                WebSocketClient client = WebSocketClient.joined(server.port)) {
            AtomicInteger sent = new AtomicInteger();
            Thread sender =
                    Thread.startVirtualThread(
                            () -> {
                                try {
                                    for (int i = 0; i < total; i++) {
                                        client.text("452-" + i + "[\"k\"]");
                                        client.binary(new byte[500_000]);
                                        client.binary(new byte[1]);
                                        sent.incrementAndGet();
                                    }
                                } catch (java.io.IOException e) {
                                    throw new java.io.UncheckedIOException(e);
                                }
                            });
            AtomicInteger before = new AtomicInteger(-1);
            await().until(() -> before.getAndSet(sent.get()) == sent.get()); // the sender is stuck
            assertThat(sent.get()).isLessThan(40);
            permits.release(total);
            for (int i = 0; i < total; i++) {
                assertThat(client.next()).isEqualTo("43" + i + "[]");
            }
            sender.join();
        }
    }

    private interface Ping {
        void send(int number) throws java.io.IOException;
    }

    /// @return how many went before the server did not read on, or all of them
    private static int flood(int total, Ping ping) {
        AtomicInteger sent = new AtomicInteger();
        Thread sender =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        while (sent.get() < total) {
                                            ping.send(sent.get());
                                            sent.incrementAndGet();
                                        }
                                    } catch (java.io.IOException e) {
                                        // the test has seen enough and closed the connection
                                    }
                                });
        AtomicInteger before = new AtomicInteger(-1);
        await().pollInterval(java.time.Duration.ofMillis(500))
                .atMost(java.time.Duration.ofSeconds(60))
                .until(() -> !sender.isAlive() || before.getAndSet(sent.get()) == sent.get());
        return sent.get();
    }

    @Test
    void whoPingsWithoutReadingIsNotRead() throws Exception {
        int total = 500;
        String data = "x".repeat(120);
        java.io.ByteArrayOutputStream burst = new java.io.ByteArrayOutputStream();
        for (int i = 0; i < 1_000; i++) {
            burst.write(new byte[] {(byte) (WebSocketClient.FIN | WebSocketClient.PING)});
            burst.write(new byte[] {(byte) (0x80 | 120), 0, 0, 0, 0});
            burst.write(data.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        try (Fixture server = new Fixture();
                WebSocketClient client = WebSocketClient.joined(server.port)) {
            int sent = flood(total, i -> client.send(burst.toByteArray()));
            assertThat(sent).isLessThan(total / 2);
            for (int answers = 0; answers < 1_000; answers++) {
                assertThat(client.next()).isEqualTo("pong " + data);
            }
        }
    }

    @Test
    void aClient3ThatPingsWithoutReadingIsNotRead() throws Exception {
        int total = 500;
        String data = "y".repeat(90);
        java.io.ByteArrayOutputStream burst = new java.io.ByteArrayOutputStream();
        for (int i = 0; i < 1_000; i++) {
            burst.write(new byte[] {(byte) (WebSocketClient.FIN | WebSocketClient.TEXT)});
            burst.write(new byte[] {(byte) (0x80 | 91), 0, 0, 0, 0});
            burst.write(("2" + data).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        try (Fixture server = new Fixture();
                WebSocketClient client =
                        WebSocketClient.connect(server.port, "EIO=3&transport=websocket")) {
            int sent = flood(total, i -> client.send(burst.toByteArray()));
            assertThat(sent).isLessThan(total / 2);
            assertThat(client.next()).startsWith("0{");
            String next = client.next();
            for (int answers = 0; answers < 1_000; next = client.next()) {
                assertThat(next).isIn("40", "3" + data);
                answers++;
            }
        }
    }

    @Test
    void whoDoesNotReadItsAnswersIsNotRead() throws Exception {
        int total = 1_000;
        String burst = "GET /nope HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(2_000);
        try (Fixture server = new Fixture();
                RawSocket client = new RawSocket(server.port)) {
            int sent = flood(total, i -> client.send(burst));
            assertThat(sent).isLessThan(total / 2);
            for (int i = 0; i < 10_000; i++) {
                assertThat(client.response().status()).isEqualTo(404);
            }
        }
    }

    @Test
    void whoDoesNotReadItsRefusalsIsNotRead() throws Exception {
        int total = 1_000;
        String one =
                String.join(
                        "\r\n",
                        "POST / HTTP/1.1",
                        "Host: localhost",
                        "Expect: 100-continue",
                        "Content-Length: 9000000",
                        "",
                        "");
        String burst = one.repeat(1_000);
        try (Fixture server = new Fixture();
                RawSocket client = new RawSocket(server.port)) {
            int sent = flood(total, i -> client.send(burst));
            assertThat(sent).isLessThan(total / 2);
            assertThat(client.response().status()).isEqualTo(413);
        }
    }

    @Test
    void bodiesBehindAHeldPollAreNotRead() throws Exception {
        int total = 60;
        String body = "x".repeat(990_000);
        try (Fixture server = new Fixture();
                PollingClient client = PollingClient.joined(server.port)) {
            client.get.request("GET", client.target(), "");
            int sent = flood(total, i -> client.get.request("POST", "/nope", body));
            assertThat(sent).isLessThan(total / 2);
            await().until(() -> server.handler.peers.size() == 1);
            server.peer().emit("k");
            assertThat(client.get.response().body()).isEqualTo("42[\"k\"]");
            for (int i = 0; i < sent; i++) {
                assertThat(client.get.response().status()).isEqualTo(404);
            }
        }
    }
}
