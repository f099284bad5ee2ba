package dev.hearth.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hearth.socketio.engine.Handshake;
import dev.hearth.socketio.engine.HeartbeatSettings;
import dev.hearth.socketio.http.HostAndOrigin;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Engine.IO protocol v4, "Handshake", and who may shake hands.
class HandshakeTest {
    private final Fixture server =
            new Fixture(
                    Fixture.OPTIONS.withAccess(new HostAndOrigin(List.of("https://ok.example"))));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tellsTheClientWhatItNeeds() throws Exception {
        try (RawSocket socket = new RawSocket(server.port)) {
            String body = socket.exchange("GET", "/socket.io/?EIO=4&transport=polling", "").body();
            assertThat(body)
                    .matches(
                            "0\\{\"sid\":\"[A-Za-z0-9_-]{20}\",\"upgrades\":\\[\"websocket\"\\],"
                                    + "\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000000\\}");
        }
    }

    @ParameterizedTest
    @CsvSource({"app=1, 5000, 4000", "app=0, 9000, 8000", "x=1, 9000, 8000"})
    void tellsEachClientItsOwnHeartbeat(String query, int interval, int timeout) throws Exception {
        try (Fixture mixed = new Fixture(Fixture.OPTIONS.withHeartbeat(HandshakeTest::pulse));
                RawSocket socket = new RawSocket(mixed.port)) {
            String target = "/socket.io/?EIO=4&transport=polling&" + query;
            assertThat(socket.exchange("GET", target, "").body())
                    .contains("\"pingInterval\":" + interval + ",\"pingTimeout\":" + timeout + ",");
        }
    }

    private static HeartbeatSettings pulse(Handshake handshake) {
        return handshake.query().getOrDefault("app", List.of()).contains("1")
                ? new HeartbeatSettings(Duration.ofSeconds(5), Duration.ofSeconds(4))
                : new HeartbeatSettings(Duration.ofSeconds(9), Duration.ofSeconds(8));
    }

    @Test
    void keepsTheConnectionForMoreRequests() throws Exception {
        try (RawSocket socket = new RawSocket(server.port)) {
            for (int i = 0; i < 5; i++) {
                var response = socket.exchange("GET", "/socket.io?EIO=4&transport=polling", "");
                assertThat(response.status()).isEqualTo(200);
                assertThat(response.headers()).doesNotContainEntry("connection", "close");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, transport=polling, 5",
        "GET, EIO=abc&transport=polling, 5",
        "GET, EIO=2&transport=polling, 5",
        "GET, EIO=3&transport=polling, 5",
        "GET, EIO=4, 0",
        "GET, EIO=4&transport=abc, 0",
        "GET, EIO=4&transport=polling&transport=polling, 0",
        "GET, EIO=4&transport=polling&transport=websocket, 0",
        "GET, EIO=4&transport=websocket, 3",
        "POST, EIO=4&transport=polling, 2",
        "PUT, EIO=4&transport=polling, 2",
        "DELETE, EIO=4&transport=polling, 2",
        "OPTIONS, EIO=4&transport=polling, 2",
        "GET, EIO=4&transport=polling&sid=nobody, 1",
        "POST, EIO=4&transport=polling&sid=nobody, 1",
        "GET, EIO=4&transport=polling&sid=%00%ff, 1"
    })
    void refusesAsNodeDoes(String method, String query, int code) throws Exception {
        try (RawSocket socket = new RawSocket(server.port)) {
            var response = socket.exchange(method, "/socket.io/?" + query, "");
            assertThat(response.status()).isEqualTo(400);
            assertThat(response.body()).startsWith("{\"code\":" + code + ",\"message\":\"");
            assertThat(server.gauges().sessions()).isZero();
            assertThat(server.gauges().sessionsOpened()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example",
                "Host: 127.0.0.1.evil.example",
                "Host: user@127.0.0.1",
                "Host: ",
                "Origin: null",
                "Origin: http://evil.example",
                "Origin: http://ok.example",
                "Origin: garbage"
            })
    void refusesForeignHostsAndOriginsOnBothTransports(String header) throws Exception {
        try (RawSocket polling = new RawSocket(server.port);
                RawSocket socket = new RawSocket(server.port)) {
            var first = polling.exchange("GET", "/socket.io/?EIO=4&transport=polling", "", header);
            assertThat(first.status()).isEqualTo(403);
            assertThat(first.headers()).doesNotContainKey("access-control-allow-origin");
            var second =
                    socket.exchange(
                            "GET",
                            "/socket.io/?EIO=4&transport=websocket",
                            "",
                            header,
                            "Connection: Upgrade",
                            "Upgrade: websocket",
                            "Sec-WebSocket-Version: 13",
                            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
            assertThat(second.status()).isEqualTo(403);
            assertThat(server.gauges().sessionsOpened()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:5173", "http://127.0.0.1", "https://ok.example"})
    void namesAnAllowedOriginInTheAnswer(String origin) throws Exception {
        try (RawSocket socket = new RawSocket(server.port)) {
            var response =
                    socket.exchange(
                            "GET", "/socket.io/?EIO=4&transport=polling", "", "Origin: " + origin);
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.headers()).containsEntry("access-control-allow-origin", origin);
            assertThat(response.headers()).containsEntry("vary", "Origin");
            assertThat(response.headers())
                    .containsEntry("access-control-allow-credentials", "true");
        }
    }

    /// As Node takes them.
    @ParameterizedTest
    @ValueSource(strings = {"sid=", "q=50%", "q=%zz&%=%", "sid&b=+", "&&=&", "long"})
    void takesAnyQuery(String query) throws Exception {
        String odd = query.equals("long") ? "q=" + "x".repeat(15_000) : query;
        try (RawSocket socket = new RawSocket(server.port)) {
            var response = socket.exchange("GET", "/socket.io/?EIO=4&transport=polling&" + odd, "");
            assertThat(response.status()).as(odd).isEqualTo(200);
            assertThat(response.body()).startsWith("0{\"sid\"");
        }
    }

    @Test
    void answersPreflightsWithoutMakingAnything() throws Exception {
        try (RawSocket socket = new RawSocket(server.port)) {
            for (int i = 0; i < 100; i++) {
                var response =
                        socket.exchange(
                                "OPTIONS",
                                "/socket.io/?EIO=4&transport=polling",
                                "",
                                "Origin: http://localhost:1",
                                "Access-Control-Request-Method: POST",
                                "Access-Control-Request-Headers: content-type");
                assertThat(response.status()).isEqualTo(204);
                assertThat(response.headers())
                        .containsEntry("access-control-allow-headers", "content-type");
            }
        }
        assertThat(server.gauges().sessionsOpened()).isZero();
        await().untilAsserted(() -> assertThat(server.gauges().timers()).isZero());
        assertThat(server.gauges().connections()).isZero();
    }

    @Test
    void peersAreNotNamedByTheSecretOfTheirTransport() throws Exception {
        try (PollingClient client = PollingClient.joined(server.port)) {
            await().until(() -> !server.handler.peers.isEmpty());
            assertThat(server.peer().id()).hasSize(20).isNotEqualTo(client.sid);
        }
    }

    @Test
    void forgetsWhoNeverConnects() throws Exception {
        try (Fixture hasty =
                        new Fixture(Fixture.OPTIONS.withConnectTimeout(Duration.ofMillis(100)));
                PollingClient polling = PollingClient.open(hasty.port);
                WebSocketClient socket = WebSocketClient.open(hasty.port)) {
            assertThat(polling.sid).isNotEmpty();
            assertThat(socket.ends()).isTrue();
            await().untilAsserted(() -> assertThat(hasty.gauges().sessions()).isZero());
            assertThat(hasty.gauges().closed()).containsEntry("connect timeout", 2L);
        }
    }
}
