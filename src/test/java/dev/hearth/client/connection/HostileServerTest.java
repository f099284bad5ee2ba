package dev.hearth.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.Chat;
import dev.hearth.client.JoinRequest;
import dev.hearth.client.JoinRequest.Transports;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Event;
import dev.hearth.testkit.Patience;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Servers that send without end, or what costs more to read than to send. What they got rid of is
/// counted: it is no more than the client's bound and what the system's sockets hold.
final class HostileServerTest {
    /// What the client reads at once, and what the sockets of the system hold.
    private static final long BOUND = 16_000_000 + 24_000_000;

    private static final byte[] CHUNK = new byte[64 * 1024];

    static {
        Arrays.fill(CHUNK, (byte) 'a');
    }

    private static Joined join(RawHost host, Transports transports) {
        return Joined.to(new JoinRequest(host.address(), "Ada", transports));
    }

    private static void endlessly(RawHost.Wire wire) throws java.io.IOException {
        for (int i = 0; i < 4_000; i++) {
            wire.raw(CHUNK);
        }
    }

    @Test
    void aFrameOfAGigabyteIsNotRead() {
        try (RawHost host =
                        RawHost.does(
                                wire -> {
                                    wire.header(1L << 30);
                                    endlessly(wire);
                                });
                Joined ada = join(host, Transports.WEBSOCKET_ONLY)) {
            ConnectionState.Offline offline = ada.await(ConnectionState.Offline.class);
            assertThat(offline.reason())
                    .isEqualTo("The server sent more at once than a chat does.");
            Patience.await().until(() -> host.visits() > 0);
            assertThat(host.sent()).isLessThan(BOUND);
        }
    }

    @Test
    void anAnswerToAPollWithoutAnEndIsNotRead() {
        try (RawHost host = RawHost.does(HostileServerTest::endlessly);
                Joined ada = join(host, Transports.POLLING_ONLY)) {
            ada.awaitState(it -> !(it instanceof ConnectionState.Connecting));
            Patience.await().until(() -> host.visits() > 0);
            assertThat(host.sent()).isLessThan(host.visits() * BOUND + BOUND);
        }
    }

    private static String message(int seq) {
        return """
                42/hearth,["chat message",{"seq":%d,"room":"#lobby","id":"m%d","from":{"id":"bob",\
                "name":"Bob","role":"member"},"at":1,"text":"%s"}]"""
                .formatted(seq, seq, "x".repeat(20_000));
    }

    /// Whoever listens is slow: what comes meanwhile waits at the server, not here.
    @Test
    void whatTheChatHasNotDealtWithIsNotReadAhead() {
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger heard = new AtomicInteger();
        try (RawHost host =
                RawHost.does(
                        wire -> {
                            for (int i = 0; i < 3_000; i++) {
                                wire.packet(message(i + 1));
                            }
                            Patience.await().until(() -> heard.get() == 3_000);
                        })) {
            Chat chat =
                    new SocketIoConnector(InstantSource.system())
                            .join(
                                    new JoinRequest(
                                            host.address(), "Ada", Transports.WEBSOCKET_ONLY),
                                    event -> {
                                        if (event instanceof Event.MessageAdded) {
                                            awaitQuietly(goOn);
                                            heard.incrementAndGet();
                                        }
                                    });
            try {
                Patience.await().until(() -> host.sent() > 8_000_000);
                long[] before = {0};
                // Nothing more is taken from the socket.
                Awaitility.await()
                        .atMost(Duration.ofSeconds(20))
                        .pollInterval(Duration.ofMillis(300))
                        .until(
                                () -> {
                                    long was = before[0];
                                    before[0] = host.sent();
                                    return was == before[0];
                                });
                assertThat(host.sent()).isLessThan(BOUND);
                goOn.countDown();
                Patience.await().until(() -> heard.get() == 3_000);
            } finally {
                goOn.countDown();
                chat.close();
            }
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Stream<Arguments> packets() {
        return Stream.of(
                Arguments.argumentSet("too long", "42/hearth,[\"" + "x".repeat(7_000_000) + "\"]"),
                Arguments.argumentSet(
                        "a number of a million digits",
                        "42/hearth,[\"x\",{\"seq\":" + "9".repeat(1_000_000) + "}]"),
                Arguments.argumentSet(
                        "an exponent of a million digits",
                        "42/hearth,[\"x\",{\"seq\":1e" + "9".repeat(1_000_000) + "}]"),
                Arguments.argumentSet(
                        "a million lists", "42/hearth,[\"x\"" + ",[]".repeat(1_000_000) + "]"),
                Arguments.argumentSet(
                        "a thousand lists in each other",
                        "42/hearth,[\"x\"," + "[".repeat(1_000) + "]".repeat(1_000) + "]"),
                Arguments.argumentSet("a million attachments", "451000000-/hearth,[\"x\"]"),
                Arguments.argumentSet("eleven attachments", "4511-/hearth,[\"x\"]"),
                Arguments.argumentSet("no number of attachments", "45-/hearth,[\"x\"]"));
    }

    /// One message that somebody wrote must not put everybody out: it is left out, and that is
    /// said.
    @ParameterizedTest
    @MethodSource("packets")
    void aPacketThatCostsMoreThanAChatSaysIsLeftOut(String packet) {
        try (RawHost host =
                        RawHost.does(
                                wire -> {
                                    wire.packet(packet);
                                    wire.packet(packet);
                                    wire.packet(message(1));
                                    Patience.await().until(() -> false);
                                });
                Joined ada = join(host, Transports.WEBSOCKET_ONLY)) {
            ada.awaitMessages(1);
            assertThat(ada.events(Event.Noticed.class))
                    .singleElement()
                    .satisfies(it -> assertThat(it.sentence()).contains("no chat can read"));
        }
    }

    @Test
    void oddNumbersWithinAPacketStopNothing() {
        try (RawHost host =
                        RawHost.does(
                                wire -> {
                                    for (String odd :
                                            new String[] {
                                                "1e999999999", "-0", "1E-999999", "1.5"
                                            }) {
                                        wire.packet(
                                                "42/hearth,[\"chat message\",{\"seq\":"
                                                        + odd
                                                        + ",\"room\":\"#lobby\"}]");
                                    }
                                    wire.packet(message(1));
                                    Patience.await().until(() -> false);
                                });
                Joined ada = join(host, Transports.WEBSOCKET_ONLY)) {
            ada.awaitMessages(1);
        }
    }
}
