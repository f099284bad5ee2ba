package dev.hearth.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hearth.socketio.http.Timings;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The official JavaScript clients of three generations, over each of their transports.
class InteropTest {
    private final SocketServer server =
            new SocketServer(ServerOptions.defaults().withBind("127.0.0.1", 0));
    private final Recorder handler = new Recorder();

    @BeforeEach
    void start() throws IOException {
        server.namespace("/", handler);
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "socket.io-client   | default",
                "socket.io-client   | polling",
                "socket.io-client   | websocket",
                "socket.io-client-3 | default",
                "socket.io-client-3 | polling",
                "socket.io-client-3 | websocket",
                "socket.io-client-2 | websocket"
            })
    void carriesTextsAndBytesUnchangedAndInOrder(String client, String transports)
            throws Exception {
        String url = "http://127.0.0.1:" + server.address().getPort();
        Node.Result result = Node.run("interop.js", url, client, transports);
        assertThat(result.output()).isEqualToIgnoringWhitespace("ok");
        assertThat(result.exit()).isZero();
    }

    private static final class Kicking extends Recorder {
        @Override
        public void event(Peer peer, String name, List<@Nullable Object> arguments, Ack ack) {
            peer.emit("last");
            peer.disconnect("kicked");
        }
    }

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource({
        "socket.io-client, polling",
        "socket.io-client, websocket",
        "socket.io-client-3, polling",
        "socket.io-client-3, websocket",
        "socket.io-client-2, websocket"
    })
    void whoIsPutOutHearsOfItOnce(String client, String transports) throws Exception {
        try (Fixture kicking = new Fixture(Fixture.OPTIONS, Timings.DEFAULT, new Kicking())) {
            String url = "http://127.0.0.1:" + kicking.port;
            Node.Result result = Node.run("kick.js", url, client, transports);
            assertThat(result.output())
                    .isEqualToIgnoringWhitespace("connect, last, io server disconnect");
        }
    }

    /// Streams numbers to a client while it sends some of its own.
    private static final class Streaming extends Recorder {
        private static final int COUNT = 2000;

        /// From the first moment, when the client is still polling.
        @Override
        public void connected(Peer peer) {
            Thread.startVirtualThread(() -> flood(peer));
        }

        @Override
        public void event(Peer peer, String name, List<@Nullable Object> arguments, Ack ack) {
            switch (name) {
                case "up" -> {
                    if (Integer.valueOf(next(peer)).equals(arguments.getFirst())) {
                        peer.attach(next(peer) + 1);
                    }
                }
                default -> ack.send(next(peer));
            }
        }

        private static int next(Peer peer) {
            return peer.attachment() instanceof Integer n ? n : 0;
        }

        private static void flood(Peer peer) {
            for (int i = 0; i < COUNT; i++) {
                peer.emit("numbered", i);
                LockSupport.parkNanos(50_000); // long enough to span the upgrade
            }
        }
    }

    @Test
    void losesNothingWhileClientsAreUpgraded() throws Exception {
        try (Fixture streaming = new Fixture(Fixture.OPTIONS, Timings.DEFAULT, new Streaming())) {
            String url = "http://127.0.0.1:" + streaming.port;
            Node.Result result = Node.run("upgrade.js", url, String.valueOf(Streaming.COUNT), "10");
            assertThat(result.output()).isEqualToIgnoringWhitespace("ok");
            await().until(() -> streaming.gauges().sessions() == 0);
        }
    }
}
