package dev.hearth.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a guest can make a small server keep: an honest client beside it is answered, nothing runs
/// out of memory, and the server closes while the attack goes on.
class AttackTest {
    private static final String HEAP = "128m";

    /// As many connections, of a megabyte each, as have filled that heap twice.
    private static final int MANY = 160;

    private static final String POLL = "/socket.io/?EIO=4&transport=polling";
    private static final String TREE = "[" + "{},".repeat(329_000) + "{}]";

    /// Two megabytes in memory.
    private static final String SMALL_TREE = "[" + "{},".repeat(27_000) + "{}]";

    private final List<RawSocket> attackers = new ArrayList<>();

    @AfterEach
    void endTheAttack() {
        attackers.forEach(RawSocket::close);
    }

    private interface Attack {
        void run(Attacked server, int number) throws IOException;
    }

    /// @return what the server said of itself at the end
    private String survives(int times, Attack attack) throws IOException {
        try (Attacked server = new Attacked(HEAP)) {
            try (WebSocketClient honest = WebSocketClient.joined(server.port)) {
                for (int i = 0; i < times; i++) {
                    try {
                        attack.run(server, i);
                    } catch (IOException e) {
                        // the server has cut an attacker off
                    }
                    if (i % 10 == 0) {
                        answers(honest);
                    }
                }
                answers(honest);
            }
            try (WebSocketClient late = WebSocketClient.joined(server.port)) {
                answers(late);
            }
            String gauges = server.gauges();
            System.out.println(gauges);
            assertThat(server.stop()).isLessThan(8_000);
            assertThat(server.complaints()).isEmpty();
            // Netty closes a connection whose bytes it finds no memory for.
            assertThat(gauges).doesNotContain("transport error");
            return gauges;
        }
    }

    private static void answers(WebSocketClient honest) throws IOException {
        honest.text("421[\"honest\"]");
        assertThat(honest.next()).isEqualTo("431[\"open\"]");
    }

    private WebSocketClient attacker(int port) throws IOException {
        WebSocketClient client = WebSocketClient.joined(port);
        attackers.add(client);
        return client;
    }

    @Test
    void binaryEventsThatAreNeverFinished() throws Exception {
        survives(60, (server, i) -> attacker(server.port).text("451-[\"x\"," + TREE + "]"));
    }

    @Test
    void treesThatWaitForAHandler() throws Exception {
        survives(
                40,
                (server, i) -> {
                    WebSocketClient client = attacker(server.port);
                    client.text("42[\"slow\"]");
                    client.text("42[\"x\"," + SMALL_TREE + "]");
                });
    }

    @Test
    void framesThatAreNeverFinished() throws Exception {
        byte[] half = new byte[950_000];
        survives(
                MANY,
                (server, i) -> {
                    WebSocketClient client = attacker(server.port);
                    client.send(new byte[] {(byte) 0x82, (byte) 0xff, 0, 0, 0, 0, 0, 15, 0, 0});
                    client.send(new byte[4]);
                    client.send(half);
                });
    }

    @Test
    void fragmentsThatAreNeverFinished() throws Exception {
        byte[] half = new byte[475_000];
        survives(
                MANY,
                (server, i) -> {
                    WebSocketClient client = attacker(server.port);
                    client.frame(WebSocketClient.BINARY, half, true);
                    client.frame(0, half, true);
                });
    }

    @Test
    void bodiesThatAreNeverFinished() throws Exception {
        byte[] half = "x".repeat(950_000).getBytes(StandardCharsets.US_ASCII);
        survives(
                MANY,
                (server, i) -> {
                    RawSocket client = new RawSocket(server.port);
                    attackers.add(client);
                    String host = i % 2 == 0 ? "evil.example" : "localhost";
                    client.send("POST " + POLL + "&sid=nobody HTTP/1.1\r\nHost: " + host);
                    client.send("\r\nContent-Length: 1000000\r\n\r\n");
                    client.send(half);
                });
    }

    @Test
    void bodiesOfRealSessionsThatAreNeverFinished() throws Exception {
        byte[] half = "x".repeat(950_000).getBytes(StandardCharsets.US_ASCII);
        survives(
                MANY,
                (server, i) -> {
                    PollingClient client = PollingClient.open(server.port);
                    attackers.add(client.get);
                    attackers.add(client.post);
                    client.post.send("POST " + client.target() + " HTTP/1.1\r\nHost: localhost");
                    client.post.send("\r\nContent-Length: 1000000\r\n\r\n");
                    client.post.send(half);
                });
    }

    @Test
    void questionsWhoseAnswersAreNotRead() throws Exception {
        survives(
                80,
                (server, i) -> {
                    WebSocketClient client = attacker(server.port);
                    for (int n = 0; n < 60; n++) {
                        client.text("42" + n + "[\"page\"]");
                    }
                });
    }

    @Test
    void sessionsThatNobodyUses() throws Exception {
        try (Attacked server = new Attacked(HEAP);
                RawSocket opener = new RawSocket(server.port)) {
            for (int i = 0; i < 100; i++) {
                opener.send(("GET " + POLL + " HTTP/1.1\r\nHost: localhost\r\n\r\n").repeat(200));
                for (int n = 0; n < 200; n++) {
                    opener.response();
                }
            }
            System.out.println(server.gauges());
            try (WebSocketClient honest = WebSocketClient.joined(server.port)) {
                answers(honest);
            }
            assertThat(server.stop()).isLessThan(8_000);
            assertThat(server.complaints()).isEmpty();
        }
    }

    @Test
    void aNamespaceEnteredAndLeftInALoop() throws Exception {
        try (Attacked server = new Attacked(HEAP);
                WebSocketClient client = WebSocketClient.open(server.port)) {
            attackers.add(client);
            long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
            String answer = "40{";
            while (answer.startsWith("40{") && System.nanoTime() < end) {
                client.text("40");
                answer = client.next();
                client.text("41");
            }
            System.out.println(server.gauges());
            assertThat(answer).isEqualTo("end");
            assertThat(server.connects()).isLessThan(100);
            try (WebSocketClient honest = WebSocketClient.joined(server.port)) {
                answers(honest);
            }
            assertThat(server.stop()).isLessThan(8_000);
        }
    }
}
