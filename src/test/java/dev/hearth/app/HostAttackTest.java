package dev.hearth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.testkit.Patience;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// `hearth host` in a process with 512 MB, and fifty who attack it at once: the owner's messages
/// are stored meanwhile, and SIGTERM ends the host within eight seconds while the attack goes on.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGTERM")
final class HostAttackTest {
    private static final int ATTACKERS = 50;
    private static final Duration PROMISED = Duration.ofSeconds(8);

    /// What one attacker does again and again, each time on a connection of its own.
    private static final int ROUNDS = 60;

    private static final String TREE = "[" + "{},".repeat(200_000) + "{}]";
    private static final String LARGE = "word ".repeat(180_000);
    private static final String SAME = "a".repeat(200_000);

    @TempDir Path folder;
    private final Queue<AutoCloseable> open = new ConcurrentLinkedQueue<>();
    private final AtomicInteger ids = new AtomicInteger();
    private volatile boolean over;

    /// One round. Connections stay open until the test ends.
    private interface Round {
        void attack(HostAttackTest test, int port) throws Exception;
    }

    enum Attack {
        BINARY_EVENTS_THAT_ARE_NEVER_FINISHED(
                (test, port) -> test.plain(port).text("451-[\"x\"," + TREE + "]")),
        BODIES_THAT_ARE_NEVER_FINISHED((test, port) -> test.post(port, "x".repeat(600_000))),
        A_NAMESPACE_ENTERED_AND_LEFT(
                (test, port) -> {
                    Peer peer = test.plain(port);
                    for (int i = 0; i < 100; i++) {
                        peer.text("41");
                        peer.text("40");
                    }
                }),
        LARGE_MESSAGES(
                (test, port) -> {
                    Peer peer = test.plain(port);
                    for (int i = 0; i < 3; i++) {
                        peer.text("42[\"chat message\",\"" + i + LARGE + "\"]");
                    }
                }),
        SEARCHES(
                (test, port) -> {
                    Peer peer = test.entered(port);
                    peer.ask("chat message", "\"room\":\"#lobby\",\"text\":\"" + SAME + "\"");
                    for (int i = 0; i < 10; i++) {
                        peer.ask("search", "\"q\":\"aaa\",\"limit\":50");
                    }
                }),
        QUESTIONS_WHOSE_ANSWERS_ARE_NOT_READ(
                (test, port) -> {
                    Peer peer = test.entered(port);
                    peer.stopReading();
                    for (int i = 0; i < 100; i++) {
                        peer.ask("history", "\"room\":\"#lobby\",\"after\":0");
                    }
                }),
        REACTIONS(
                (test, port) -> {
                    Peer peer = test.entered(port);
                    for (int i = 0; i < 30; i++) {
                        peer.ask(
                                "react",
                                "\"of\":\"owner-0\",\"emoji\":\"🔥\",\"on\":" + (i % 2 == 0));
                    }
                }),
        ROOMS_OF_NEWCOMERS(
                (test, port) -> {
                    Peer peer = test.entered(port);
                    for (int i = 0; i < 10; i++) {
                        int n = test.ids.incrementAndGet();
                        peer.ask("open", "\"name\":\"room " + n + "\",\"kind\":\"public\"");
                    }
                });

        @SuppressWarnings("ImmutableEnumChecker") // A lambda that holds nothing.
        private final Round round;

        Attack(Round round) {
            this.round = round;
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "LARGE_MESSAGES",
                "SEARCHES",
                "QUESTIONS_WHOSE_ANSWERS_ARE_NOT_READ",
                "ROOMS_OF_NEWCOMERS"
            })
    void fiftyAtOnceNeitherSilenceTheOwnerNorKeepTheHostFromEnding(Attack attack) throws Exception {
        withstand(attack);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("soak")
    void alsoUnderTheOthers(Attack attack) throws Exception {
        withstand(attack);
    }

    private void withstand(Attack attack) throws Exception {
        String[] arguments = {
            "host", "--no-gui", "--port", "0", "--bind", "127.0.0.1", "--data", folder.toString()
        };
        try (Program host = Program.start(Main.class, "512m", arguments);
                ExecutorService attackers = Executors.newVirtualThreadPerTaskExecutor()) {
            int port = host.address().getPort();
            Peer owner = owner(port);
            owner.said(0);
            AtomicInteger rounds = new AtomicInteger();
            AtomicInteger attacking = new AtomicInteger(ATTACKERS);
            for (int i = 0; i < ATTACKERS; i++) {
                attackers.execute(() -> repeat(attack, port, rounds, attacking));
            }
            Patience.await("attacks").until(() -> rounds.get() >= ATTACKERS / 2);
            for (int n = 1; n <= 5; n++) {
                owner.said(n);
            }
            assertThat(attacking).as("still attacking").hasPositiveValue();
            host.terminate();
            long asked = System.nanoTime();
            host.awaitExit();
            Duration took = Duration.ofNanos(System.nanoTime() - asked);
            over = true;
            System.out.println(attack + ": " + rounds + " rounds, ended after " + took);
            assertThat(took).isLessThan(PROMISED);
            assertThat(host.err()).noneMatch(line -> line.contains("OutOfMemory"));
            assertThat(host.out()).noneMatch(line -> line.contains("opened again"));
        } finally {
            over = true;
            for (AutoCloseable each : open) {
                each.close();
            }
        }
    }

    /// @param rounds counts those that went through; what the host cut off is none
    private void repeat(Attack attack, int port, AtomicInteger rounds, AtomicInteger attacking) {
        for (int i = 0; i < ROUNDS && !over; i++) {
            try {
                attack.round.attack(this, port);
                rounds.incrementAndGet();
            } catch (Exception e) {
                // The host cut it off, or has ended: what counts is what becomes of the host.
            }
        }
        attacking.decrementAndGet();
    }

    private Peer plain(int port) {
        return new Peer(port, "");
    }

    private Peer entered(int port) {
        Peer peer = new Peer(port, "/hearth,");
        peer.enter("guest " + ids.incrementAndGet(), "");
        return peer;
    }

    private Peer owner(int port) throws IOException {
        String token = Files.readString(folder.resolve("host/owner-token")).strip();
        Peer peer = new Peer(port, "/hearth,");
        peer.enter("Olga", ",\"token\":\"" + token + "\"");
        return peer;
    }

    private void post(int port, String half) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        open.add(socket);
        OutputStream out = socket.getOutputStream();
        String head =
                """
                POST /socket.io/?EIO=4&transport=polling&sid=nobody HTTP/1.1\r
                Host: localhost\r
                Content-Length: 1000000\r
                \r
                """;
        out.write((head + half).getBytes(StandardCharsets.US_ASCII));
    }

    /// A WebSocket that says packets as they are.
    private final class Peer implements WebSocket.Listener, AutoCloseable {
        private static final HttpClient HTTP = HttpClient.newHttpClient();

        private final String namespace;
        private final WebSocket socket;
        private final Queue<String> heard = new ConcurrentLinkedQueue<>();
        private final StringBuilder parts = new StringBuilder();
        private final AtomicInteger asks = new AtomicInteger();
        private volatile boolean reading = true;
        private volatile boolean gone;

        Peer(int port, String namespace) {
            this.namespace = namespace;
            URI at = URI.create("ws://127.0.0.1:" + port + "/socket.io/?EIO=4&transport=websocket");
            socket =
                    HTTP.newWebSocketBuilder()
                            .connectTimeout(Duration.ofSeconds(10))
                            .buildAsync(at, this)
                            .join();
            open.add(this);
            text("40" + namespace + (namespace.isEmpty() ? "" : "{\"v\":1}"));
            awaitBeginning("40");
        }

        void enter(String name, String more) {
            text("42" + namespace + "[\"enter\",{\"name\":\"" + name + "\"" + more + "}]");
            awaitBeginning("42" + namespace + "[\"welcome\"");
        }

        /// @return the number that the answer bears
        int ask(String event, String fields) {
            int number = asks.incrementAndGet();
            String id = "id-" + ids.incrementAndGet();
            text(
                    "42"
                            + namespace
                            + number
                            + "[\""
                            + event
                            + "\",{\"id\":\""
                            + id
                            + "\","
                            + fields
                            + "}]");
            return number;
        }

        /// Writes a message, and waits until the log has it.
        void said(int n) {
            int number = asks.incrementAndGet();
            text(
                    "42"
                            + namespace
                            + number
                            + "[\"chat message\",{\"id\":\"owner-"
                            + n
                            + "\",\"room\":\"#lobby\",\"text\":\"message "
                            + n
                            + "\"}]");
            String answer = awaitBeginning("43" + namespace + number + "[");
            assertThat(answer).contains("\"ok\":true");
        }

        void text(String packet) {
            socket.sendText(packet, true).orTimeout(10, TimeUnit.SECONDS).join();
        }

        void stopReading() {
            reading = false;
        }

        private String awaitBeginning(String words) {
            Patience.await(words).until(() -> gone || said(words).isPresent());
            return said(words).orElseThrow(() -> new IllegalStateException("the host hung up"));
        }

        private Optional<String> said(String words) {
            return heard.stream().filter(each -> each.startsWith(words)).findFirst();
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            gone = true;
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            gone = true;
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket from, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                String packet = parts.toString();
                parts.setLength(0);
                if (packet.equals("2")) {
                    var _ = from.sendText("3", true);
                } else if (heard.size() < 10_000) {
                    heard.add(packet);
                }
            }
            if (reading) {
                from.request(1);
            }
            return null;
        }

        @Override
        public void close() {
            socket.abort();
        }
    }
}
