package dev.hearth.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hearth.socketio.engine.HeartbeatSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// RFC 6455 and Engine.IO protocol v4, "WebSocket" and "Heartbeat".
class WebSocketTest {
    private final Fixture server = new Fixture();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void putsFragmentsTogether() throws Exception {
        try (WebSocketClient client = WebSocketClient.joined(server.port)) {
            byte[] bytes = "42[\"echo\",\"🔥🔥\"]".getBytes(StandardCharsets.UTF_8);
            // cut within an emoji
            client.frame(WebSocketClient.TEXT, java.util.Arrays.copyOfRange(bytes, 0, 12), true);
            client.frame(WebSocketClient.FIN | WebSocketClient.PING, new byte[] {'p'}, true);
            client.frame(
                    WebSocketClient.FIN,
                    java.util.Arrays.copyOfRange(bytes, 12, bytes.length),
                    true);
            assertThat(client.next()).isEqualTo("pong p");
            assertThat(client.next()).isEqualTo("42[\"echo\",\"🔥🔥\"]");
        }
    }

    @Test
    void answersACloseFrame() throws Exception {
        try (WebSocketClient client = WebSocketClient.joined(server.port)) {
            client.frame(
                    WebSocketClient.FIN | WebSocketClient.CLOSE, new byte[] {3, (byte) 0xe8}, true);
            assertThat(client.next()).isEqualTo("close 1000");
            assertThat(client.next()).isEqualTo("end");
            await().until(() -> server.handler.log.contains("disconnected transport close"));
        }
    }

    @Test
    void endsWhatIsNotMasked() throws Exception {
        try (WebSocketClient client = WebSocketClient.joined(server.port)) {
            client.frame(WebSocketClient.FIN | WebSocketClient.TEXT, new byte[] {'3'}, false);
            assertThat(client.next()).isEqualTo("close 1002");
            assertThat(client.ends()).isTrue();
        }
    }

    @Test
    void endsWhatIsNotUtf8() throws Exception {
        try (WebSocketClient client = WebSocketClient.joined(server.port)) {
            client.frame(
                    WebSocketClient.FIN | WebSocketClient.TEXT,
                    new byte[] {'4', '2', (byte) 0xff, (byte) 0xff},
                    true);
            assertThat(client.ends()).isTrue();
            await().until(() -> server.gauges().sessions() == 0);
        }
    }

    @Test
    void endsWhatWouldInflate() throws Exception {
        try (WebSocketClient client = WebSocketClient.joined(server.port)) {
            client.frame(0x40 | WebSocketClient.FIN | WebSocketClient.TEXT, new byte[] {1}, true);
            assertThat(client.next()).isEqualTo("close 1002");
            assertThat(client.ends()).isTrue();
        }
    }

    @Test
    void endsWhatIsTooLarge() throws Exception {
        try (WebSocketClient whole = WebSocketClient.joined(server.port);
                WebSocketClient parts = WebSocketClient.joined(server.port)) {
            // Its header is enough to end it: whoever sent the rest would be cut off meanwhile.
            whole.send(new byte[] {(byte) 0x81, (byte) 0xff, 0, 0, 0, 0, 0, 0x0f, 0x42, 0x41});
            whole.send(new byte[4]);
            assertThat(whole.ends()).isTrue();
            byte[] text = "4".repeat(600_000).getBytes(StandardCharsets.UTF_8);
            parts.frame(WebSocketClient.TEXT, text, true);
            parts.frame(WebSocketClient.FIN, text, true);
            assertThat(parts.ends()).isTrue();
            await().until(() -> server.gauges().sessions() == 0);
        }
    }

    @Test
    void endsASilentClient() throws Exception {
        Duration soon = Duration.ofMillis(100);
        try (Fixture hasty = new Fixture(Fixture.OPTIONS.withHeartbeat(soon, soon));
                WebSocketClient client = WebSocketClient.joined(hasty.port)) {
            assertThat(client.frame()).isEqualTo("2");
            assertThat(client.ends()).isTrue();
            await().until(() -> hasty.handler.log.contains("disconnected ping timeout"));
        }
    }

    @Test
    void aSilentClientEndsByItsOwnHeartbeat() throws Exception {
        HeartbeatSettings soon =
                new HeartbeatSettings(Duration.ofMillis(50), Duration.ofMillis(50));
        HeartbeatSettings late =
                new HeartbeatSettings(Duration.ofMinutes(1), Duration.ofMinutes(1));
        try (Fixture mixed =
                        new Fixture(
                                Fixture.OPTIONS.withHeartbeat(
                                        shake -> shake.query().containsKey("app") ? soon : late));
                WebSocketClient other =
                        WebSocketClient.connect(mixed.port, "EIO=4&transport=websocket");
                WebSocketClient app =
                        WebSocketClient.connect(mixed.port, "EIO=4&transport=websocket&app=1")) {
            assertThat(app.frame()).startsWith("0{");
            assertThat(app.frame()).isEqualTo("2");
            assertThat(app.ends()).isTrue();
            await().until(() -> mixed.gauges().sessions() == 1);
            assertThat(other.frame()).contains("\"pingInterval\":60000");
        }
    }

    @Test
    void clientsTwoPingThemselves() throws Exception {
        Duration soon = Duration.ofMillis(300);
        try (Fixture hasty = new Fixture(Fixture.OPTIONS.withHeartbeat(soon, soon));
                WebSocketClient client =
                        WebSocketClient.connect(hasty.port, "EIO=3&transport=websocket&b64=1")) {
            assertThat(client.frame()).startsWith("0{");
            assertThat(client.frame()).isEqualTo("40");
            // Silence for half of this time would be the end.
            long end = System.nanoTime() + soon.multipliedBy(4).toNanos();
            while (System.nanoTime() < end) {
                client.text("2");
                assertThat(client.frame()).isEqualTo("3");
            }
            client.text("451-[\"echo\",{\"_placeholder\":true,\"num\":0}]");
            client.text("b4AQID");
            assertThat(client.frame()).startsWith("451-");
            assertThat(client.frame()).isEqualTo("b4AQID");
            assertThat(client.frame()).isEqualTo("close 1000");
            assertThat(client.ends()).isTrue();
        }
    }
}
