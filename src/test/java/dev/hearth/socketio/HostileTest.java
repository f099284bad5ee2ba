package dev.hearth.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hearth.socketio.http.HostAndOrigin;
import dev.hearth.socketio.http.Timings;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What a client may do wrong, over both transports, before and after it is connected, each with
/// the answer it gets; beside an honest client that must not notice.
class HostileTest {
    private static final class Named extends Recorder {
        @Override
        public ConnectAnswer connecting(Peer peer, @Nullable Object auth) {
            return ConnectAnswer.ACCEPT;
        }

        @Override
        public void event(Peer peer, String name, List<@Nullable Object> arguments, Ack ack) {
            ack.send("open");
        }

        @Override
        public void disconnected(Peer peer, String reason) {}
    }

    private static final Fixture SERVER =
            new Fixture(
                    Fixture.OPTIONS
                            .withAccess(new HostAndOrigin(List.of()))
                            .withHeartbeat(Duration.ofSeconds(1), Duration.ofSeconds(2)),
                    Timings.DEFAULT,
                    new Named());
    private static final HonestClient HONEST = new HonestClient(SERVER.port);

    @BeforeAll
    static void startHonestClient() {
        HONEST.start();
    }

    @AfterAll
    static void stop() throws Exception {
        HONEST.stop();
        await().until(() -> SERVER.gauges().sessions() == 0);
        await().until(() -> SERVER.gauges().connections() == 0);
        assertThat(SERVER.gauges().peers()).isZero();
        assertThat(SERVER.gauges().timers()).isZero();
        assertThat(SERVER.gauges().pendingBytes()).isZero();
        SERVER.close();
    }

    /// @param before what comes of it before the client is connected
    /// @param after what comes of it afterwards
    private record Case(String name, String packet, String before, String after) {}

    private static Case closes(String packet) {
        String name = packet.length() > 40 ? packet.substring(0, 40) + "…" : packet;
        return new Case(name, packet, "closed", "closed");
    }

    private static Case only(String packet, String before, String after) {
        return new Case(packet, packet, before, after);
    }

    private static Stream<Case> packets() {
        String nowhere = "{\"message\":\"Invalid namespace\"}";
        return Stream.concat(
                Stream.of(
                                "",
                                "x",
                                "7",
                                "9",
                                "-1",
                                "\u0000",
                                "2",
                                "2probe",
                                "1",
                                "b",
                                "b!!!",
                                "bAAEC",
                                "4",
                                "4x",
                                "47",
                                "49",
                                "4-",
                                "4\u0000",
                                "40[]",
                                "40null",
                                "40{",
                                "40\"a\"",
                                "401",
                                "40{\"a\":",
                                "40{}x",
                                "41",
                                "41{}",
                                "41/nowhere,",
                                "42",
                                "42{}",
                                "42[]",
                                "42[null]",
                                "42[true]",
                                "42[{}]",
                                "42[[\"x\"]]",
                                "42[\"x\"",
                                "42[\"x\"]]",
                                "42[\"x\",]",
                                "42['x']",
                                "42\"x\"",
                                "42abc[\"x\"]",
                                "42-1[\"x\"]",
                                "421.5[\"x\"]",
                                "4299999999999999999999[\"x\"]",
                                "42[\"connect\"]",
                                "42[\"connect_error\"]",
                                "42[\"disconnect\"]",
                                "42[\"disconnecting\"]",
                                "42[\"newListener\"]",
                                "42[\"removeListener\"]",
                                "42/nowhere,[\"x\"]",
                                "42/other,[\"x\"]",
                                "43",
                                "43[]",
                                "43x[]",
                                "43{}",
                                "431{}",
                                "4399999999999999999999[]",
                                "44",
                                "44{}",
                                "44{\"message\":\"x\"}",
                                "45[\"x\"]",
                                "45-[\"x\"]",
                                "45x-[\"x\"]",
                                "4511-[\"x\"]",
                                "450-[\"x\"]",
                                "4500-[\"x\"]",
                                "460-1[\"x\"]",
                                "451000-[\"x\"]",
                                "4599999999999999999999-[\"x\"]",
                                "45-1-[\"x\"]",
                                "451-",
                                "451-{}",
                                "451-[\"x\",{\"_placeholder\":true,\"num\":0}]",
                                "46",
                                "461-[]",
                                "461-1{}",
                                "42[\"x\"," + "[".repeat(10_000) + "]".repeat(10_000) + "]",
                                "42" + "[".repeat(10_000),
                                "40" + "{\"a\":".repeat(10_000),
                                "42[\"x\"," + "9".repeat(10_000) + "]",
                                "40/" + "n".repeat(5_000),
                                "42[\"x\",\"\ufffe\"]x")
                        .map(HostileTest::closes),
                Stream.of(
                        only("0", "open", "open"),
                        only("0{}", "open", "open"),
                        only("3", "open", "open"),
                        only("3probe", "open", "open"),
                        only("5", "open", "open"),
                        only("6", "open", "open"),
                        only(
                                "40/nowhere,",
                                "44/nowhere," + nowhere + " open",
                                "44/nowhere," + nowhere + " open"),
                        only(
                                "40/nowhere",
                                "44/nowhere," + nowhere + " open",
                                "44/nowhere," + nowhere + " open"),
                        only(
                                "40/a?b=c,{}",
                                "44/a?b=c," + nowhere + " open",
                                "44/a?b=c," + nowhere + " open"),
                        only("42[\"x\"]", "closed", "open"),
                        only("42[1]", "closed", "open"),
                        only("42[\"\"]", "closed", "open"),
                        only("42[\"__proto__\",{\"__proto__\":1}]", "closed", "open"),
                        only("42[\"x\",\"\\ud800\"]", "closed", "open"),
                        only("42[\"x\",1e999,-0,1E-400]", "closed", "open"),
                        only("42/,[\"x\"]", "closed", "open"),
                        only("431[]", "closed", "open"),
                        only("43999999999999999[]".substring(0, 12) + "[]", "closed", "open")));
    }

    @TestFactory
    Stream<DynamicTest> overAWebSocket() {
        return packets()
                .flatMap(
                        c ->
                                Stream.of(
                                        test(
                                                "before " + c.name,
                                                c.before,
                                                () -> socket(c.packet, false)),
                                        test(
                                                "after " + c.name,
                                                c.after,
                                                () -> socket(c.packet, true))));
    }

    @TestFactory
    Stream<DynamicTest> overPolling() {
        return packets()
                .flatMap(
                        c ->
                                Stream.of(
                                        test(
                                                "before " + c.name,
                                                c.before,
                                                () -> polling(c.packet, false)),
                                        test(
                                                "after " + c.name,
                                                c.after,
                                                () -> polling(c.packet, true))));
    }

    private interface Attack {
        String run() throws IOException;
    }

    private static DynamicTest test(String name, String expected, Attack attack) {
        return DynamicTest.dynamicTest(name, () -> assertThat(attack.run()).isEqualTo(expected));
    }

    /// What is answered until a question that only an open connection answers.
    private static String socket(String packet, boolean connected) throws IOException {
        try (WebSocketClient client =
                connected
                        ? WebSocketClient.joined(SERVER.port)
                        : WebSocketClient.open(SERVER.port)) {
            StringBuilder answers = new StringBuilder();
            try {
                client.text(packet);
                client.text(connected ? "421[\"probe\"]" : "40");
            } catch (SocketException e) {
                return "closed";
            }
            while (true) {
                String answer = client.next();
                if (answer.startsWith("close") || answer.equals("end")) {
                    return answers + "closed";
                }
                if (answer.equals("431[\"open\"]") || answer.startsWith("40{")) {
                    return answers + "open";
                }
                answers.append(answer).append(' ');
            }
        }
    }

    private static String polling(String packet, boolean connected) throws IOException {
        try (PollingClient client =
                connected ? PollingClient.joined(SERVER.port) : PollingClient.open(SERVER.port)) {
            StringBuilder answers = new StringBuilder();
            client.send(packet);
            client.send(connected ? "421[\"probe\"]" : "40");
            while (true) {
                String answer = client.next();
                if (answer.equals("1") || answer.equals("6") || answer.equals("status 400")) {
                    return answers + "closed";
                }
                if (answer.equals("431[\"open\"]") || answer.startsWith("40{")) {
                    return answers + "open";
                }
                answers.append(answer).append(' ');
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> overHttp() {
        String host = "Host: localhost\r\n";
        String poll = "GET /socket.io/?EIO=4&transport=polling";
        String upgrade =
                "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
        return Stream.of(
                http("no host", poll + " HTTP/1.1\r\n\r\n", "403"),
                http(
                        "two hosts",
                        poll + " HTTP/1.1\r\nHost: evil.example\r\nHost: localhost\r\n\r\n",
                        "403"),
                http("foreign host", poll + " HTTP/1.1\r\nHost: evil.example\r\n\r\n", "403"),
                http(
                        "absolute target",
                        "GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
                        "403"),
                http("null origin", poll + " HTTP/1.1\r\n" + host + "Origin: null\r\n\r\n", "403"),
                http(
                        "foreign origin",
                        poll + " HTTP/1.1\r\n" + host + "Origin: http://evil.example\r\n\r\n",
                        "403"),
                http(
                        "two origins",
                        poll
                                + " HTTP/1.1\r\n"
                                + host
                                + "Origin: http://evil.example\r\nOrigin: http://localhost\r\n\r\n",
                        "403"),
                http(
                        "malformed sid",
                        poll + "&sid=../../etc/passwd HTTP/1.1\r\n" + host + "\r\n",
                        "400"),
                http(
                        "sid of a prototype",
                        poll + "&sid=__proto__ HTTP/1.1\r\n" + host + "\r\n",
                        "400"),
                http(
                        "long sid",
                        poll + "&sid=" + "x".repeat(5_000) + " HTTP/1.1\r\n" + host + "\r\n",
                        "400"),
                http("bad escape", poll + "&sid=%zz HTTP/1.1\r\n" + host + "\r\n", "400"),
                http(
                        "wrong EIO",
                        "GET /socket.io/?EIO=5&transport=polling HTTP/1.1\r\n" + host + "\r\n",
                        "400"),
                http(
                        "EIO twice",
                        "GET /socket.io/?EIO=x&EIO=4&transport=polling HTTP/1.1\r\n"
                                + host
                                + "\r\n",
                        "400"),
                http(
                        "EIO 3 polling",
                        "GET /socket.io/?EIO=3&transport=polling HTTP/1.1\r\n" + host + "\r\n",
                        "400"),
                http(
                        "wrong transport",
                        "GET /socket.io/?EIO=4&transport=flash HTTP/1.1\r\n" + host + "\r\n",
                        "400"),
                http("no transport", "GET /socket.io/?EIO=4 HTTP/1.1\r\n" + host + "\r\n", "400"),
                http("no query", "GET /socket.io/ HTTP/1.1\r\n" + host + "\r\n", "400"),
                http(
                        "wrong method",
                        "PATCH /socket.io/?EIO=4&transport=polling HTTP/1.1\r\n" + host + "\r\n",
                        "400"),
                http(
                        "unknown method",
                        "BREW /socket.io/?EIO=4&transport=polling HTTP/1.1\r\n" + host + "\r\n",
                        "400"),
                http(
                        "a POST as handshake",
                        "POST /socket.io/?EIO=4&transport=polling HTTP/1.1\r\n"
                                + host
                                + "Content-Length: 2\r\n\r\n40",
                        "400"),
                http(
                        "a preflight",
                        "OPTIONS /socket.io/?EIO=4&transport=polling HTTP/1.1\r\n"
                                + host
                                + "Origin: http://localhost\r\nAccess-Control-Request-Method: POST\r\n\r\n",
                        "204"),
                http(
                        "a foreign preflight",
                        "OPTIONS /socket.io/ HTTP/1.1\r\n"
                                + host
                                + "Origin: http://evil.example\r\nAccess-Control-Request-Method: POST\r\n\r\n",
                        "403"),
                http(
                        "websocket without upgrade",
                        "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n" + host + "\r\n",
                        "400"),
                http(
                        "upgrade of polling",
                        poll
                                + " HTTP/1.1\r\n"
                                + host
                                + upgrade
                                + "Sec-WebSocket-Version: 13\r\n\r\n",
                        "400"),
                http(
                        "old websocket version",
                        "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n"
                                + host
                                + upgrade
                                + "Sec-WebSocket-Version: 8\r\n\r\n",
                        "400"),
                http(
                        "no websocket key",
                        "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n"
                                + host
                                + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\r\n",
                        "400"),
                http(
                        "websocket by POST",
                        "POST /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n"
                                + host
                                + upgrade
                                + "Content-Length: 0\r\n\r\n",
                        "400"),
                http(
                        "websocket of nobody",
                        "GET /socket.io/?EIO=4&transport=websocket&sid=nobody HTTP/1.1\r\n"
                                + host
                                + upgrade
                                + "Sec-WebSocket-Version: 13\r\n\r\n",
                        "400"),
                http(
                        "websocket elsewhere",
                        "GET /else HTTP/1.1\r\n"
                                + host
                                + upgrade
                                + "Sec-WebSocket-Version: 13\r\n\r\n",
                        "404"),
                http(
                        "too large a POST",
                        "POST /socket.io/?EIO=4&transport=polling&sid=x HTTP/1.1\r\n"
                                + host
                                + "Content-Length: 2000000\r\n\r\n",
                        "413"),
                http(
                        "a length without sense",
                        "POST / HTTP/1.1\r\n" + host + "Content-Length: -1\r\n\r\n",
                        "400"),
                http(
                        "a length of letters",
                        "POST / HTTP/1.1\r\n" + host + "Content-Length: ten\r\n\r\n",
                        "400"),
                http(
                        "two lengths",
                        "POST / HTTP/1.1\r\n"
                                + host
                                + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n",
                        "400"),
                http(
                        "length and chunks",
                        "POST / HTTP/1.1\r\n"
                                + host
                                + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                        "400"),
                http(
                        "a chunk of letters",
                        "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n",
                        "404"), // answered before its body, which nobody wants
                http("garbage", "\u0001\u0002\u0003\r\n\r\n", "400"),
                http("a TLS hello", "\u0016\u0003\u0001\u0002\r\n\r\n", "400"),
                http("HTTP 2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "403"),
                http("another version", "GET / HTTP/9.9.9\r\n\r\n", "400"),
                http(
                        "a long target",
                        "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\n" + host + "\r\n",
                        "400"),
                http(
                        "long headers",
                        "GET / HTTP/1.1\r\n" + host + "X: " + "x".repeat(20_000) + "\r\n\r\n",
                        "400"),
                http(
                        "many headers",
                        "GET / HTTP/1.1\r\n" + host + "X-Y: z\r\n".repeat(5_000) + "\r\n",
                        "400"),
                http(
                        "a header with a null",
                        "GET / HTTP/1.1\r\n" + host + "X: a\u0000b\r\n\r\n",
                        "400"),
                http(
                        "a space before the colon",
                        "GET / HTTP/1.1\r\n" + host + "X : a\r\n\r\n",
                        "400"),
                http("an old client", "GET / HTTP/1.0\r\n" + host + "\r\n", "404"));
    }

    private static DynamicTest http(String name, String request, String status) {
        return test(
                name,
                status,
                () -> {
                    try (RawSocket socket = new RawSocket(SERVER.port)) {
                        socket.send(request.getBytes(StandardCharsets.ISO_8859_1));
                        return String.valueOf(socket.response().status());
                    } catch (EOFException | SocketException e) {
                        return "closed";
                    }
                });
    }
}
