package dev.hearth.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hearth.socketio.http.HostAndOrigin;
import dev.hearth.socketio.http.Timings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is begun has to be finished in time, what nobody wants is not kept, and what fails is told.
class UnfinishedTest {
    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration LATE = Duration.ofSeconds(30);
    private static final Timings HASTY = new Timings(LATE, SOON, LATE, LATE, SOON);
    private static final String POLL = "/socket.io/?EIO=4&transport=polling";

    private final Fixture server = new Fixture(Fixture.OPTIONS, HASTY, new Recorder());

    private void ends(WebSocketClient client, String refused) throws IOException {
        assertThat(client.ends()).isTrue();
        assertThat(server.gauges().refused()).containsKey(refused);
        await().until(() -> server.gauges().connections() == 0);
        await().until(() -> server.gauges().memory() == 0);
        assertThat(server.gauges().timers()).isZero();
        server.close();
    }

    @Test
    void aBinaryEventWithoutItsAttachmentsEnds() throws IOException {
        try (WebSocketClient client = WebSocketClient.joined(server.port)) {
            client.text("452-[\"x\"]");
            client.binary(new byte[1_000]);
            ends(client, "unfinished packet");
        }
    }

    @Test
    void halfAFrameEnds() throws IOException {
        try (WebSocketClient client = WebSocketClient.joined(server.port)) {
            client.send(new byte[] {(byte) 0x82, (byte) 0xfe, 1, 0, 0, 0, 0, 0, 1, 2, 3});
            ends(client, "unfinished frame");
        }
    }

    @Test
    void fragmentsWithoutALastEnd() throws IOException {
        try (WebSocketClient client = WebSocketClient.joined(server.port)) {
            client.frame(WebSocketClient.TEXT, new byte[] {'4'}, true);
            client.frame(0, new byte[] {'2'}, true);
            ends(client, "unfinished frame");
        }
    }

    @Test
    void aSlowReaderThatTakesNothingAtAllIsCut() throws IOException {
        try (WebSocketClient client = WebSocketClient.joined(server.port)) {
            await().until(() -> !server.handler.peers.isEmpty());
            byte[] large = new byte[900_000];
            for (int i = 0; i < 15; i++) {
                server.peer().emit("large", (Object) large);
            }
            assertThat(client.socket.isConnected()).isTrue();
            await().until(() -> server.gauges().closed().containsKey("too slow"));
            await().until(() -> server.gauges().memory() == 0);
            assertThat(server.gauges().timers()).isZero();
        }
        server.close();
    }

    @Test
    void aBodyThatNobodyWantsIsAnsweredBeforeItComes() throws IOException {
        for (String[] each :
                new String[][] {
                    {POLL + "&sid=nobody", "localhost", "400"},
                    {"/somewhere", "localhost", "404"},
                }) {
            try (RawSocket socket = new RawSocket(server.port)) {
                socket.send("POST " + each[0] + " HTTP/1.1\r\nHost: " + each[1]);
                socket.send("\r\nContent-Length: 500000\r\n\r\n");
                assertThat(socket.response().status()).isEqualTo(Integer.parseInt(each[2]));
                socket.send("x".repeat(500_000));
                assertThat(socket.exchange("GET", "/nothing", "").status()).isEqualTo(404);
            }
        }
        server.close();
    }

    @Test
    void aStrangersPostDoesNotDisturbASession() throws IOException {
        ServerOptions guarded = Fixture.OPTIONS.withAccess(new HostAndOrigin(List.of()));
        try (Fixture strict = new Fixture(guarded);
                PollingClient client = PollingClient.joined(strict.port);
                RawSocket stranger = new RawSocket(strict.port)) {
            stranger.send("POST " + client.target() + " HTTP/1.1\r\nHost: evil.example\r\n");
            stranger.send("Content-Length: 500000\r\n\r\n");
            assertThat(stranger.response().status()).isEqualTo(403);
            assertThat(client.send("42[\"echo\",1]").body()).isEqualTo("ok");
            assertThat(client.next()).isEqualTo("42[\"echo\",1]");
        }
        server.close();
    }

    private static final class Failing extends Recorder {
        @Override
        public PayloadRules payloads() {
            return new PayloadRules(1, false);
        }

        @Override
        public void event(Peer peer, String name, List<@Nullable Object> arguments, Ack ack) {
            if (name.equals("fail")) {
                throw new OutOfMemoryError("not really");
            }
            ack.send(arguments.toArray());
        }
    }

    @Test
    void noErrorOfAHandlerPassesUnheardOrEndsItsStrand() throws IOException {
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        try (Fixture failing =
                        new Fixture(
                                Fixture.OPTIONS.withFailures(failures::add),
                                Timings.DEFAULT,
                                new Failing());
                WebSocketClient client = WebSocketClient.joined(failing.port)) {
            client.text("42[\"fail\"]");
            client.text("421[\"go on\"]");
            assertThat(client.next()).isEqualTo("431[]");
            assertThat(failures).hasOnlyElementsOfType(OutOfMemoryError.class).hasSize(1);
        }
        server.close();
    }

    @Test
    void aPayloadThatTheNamespaceDoesNotTakeIsNotMade() throws IOException {
        try (Fixture plain = new Fixture(Fixture.OPTIONS, Timings.DEFAULT, new Failing());
                WebSocketClient client = WebSocketClient.joined(plain.port)) {
            client.text("421[\"x\",{\"a\":[1,2]},\"text\",[[[]]]]");
            assertThat(client.next()).isEqualTo("431[{},\"text\",[]]");
            client.text("452-2[\"x\",{\"_placeholder\":true,\"num\":0}]");
            assertThat(client.next()).isEqualTo("432[{}]");
            client.binary(new byte[100_000]);
            client.binary(new byte[100_000]);
            client.text("423[\"x\",1]");
            assertThat(client.next()).isEqualTo("433[1]");
        }
        server.close();
    }
}
