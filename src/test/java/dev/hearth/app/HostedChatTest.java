package dev.hearth.app;

import static dev.hearth.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.gateway.HostWatcher;
import dev.hearth.model.Entry;
import dev.hearth.model.FailureCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import dev.hearth.model.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A real host and real JavaScript clients: the plain chat of the tutorial, both ways.
final class HostedChatTest {
    static final List<String> TEXTS =
            List.of(
                    "a",
                    "“quotes” \"double\" 'single' \\ back",
                    "line one\nline two\r\nline three\ttab",
                    "emoji 🔥 👩‍👩‍👧 é ü 漢字 עברית",
                    "separators \u2028 and \u2029 here",
                    "null \u0000 and bell \u0007",
                    "<script>alert(1)</script>",
                    "x".repeat(8_000),
                    "🔥".repeat(2_000));

    @TempDir static Path folders;

    private final Watcher watcher = new Watcher();
    private final RunningHost host = start(0, Optional.empty(), List.of());
    private final URI address = URI.create("http://127.0.0.1:" + host.address().getPort());

    @AfterEach
    void close() {
        host.close();
    }

    @ParameterizedTest
    @CsvSource({
        "socket.io-client, polling",
        "socket.io-client, websocket",
        "socket.io-client, default",
        "socket.io-client-3, polling",
        "socket.io-client-3, websocket",
        "socket.io-client-3, default",
        "socket.io-client-2, websocket",
    })
    void textsArriveByteForByte(String library, String transports) {
        try (Chatter ann = Chatter.connect(address, library, transports, Map.of());
                Chatter bob = Chatter.connect(address)) {
            if (transports.equals("default")) {
                ann.await("upgraded");
            }
            TEXTS.forEach(ann::say);
            await().until(() -> bob.heard().size() == TEXTS.size());
            await().until(() -> ann.heard().size() == TEXTS.size());
            assertThat(bob.texts()).isEqualTo(TEXTS);
            assertThat(ann.texts()).isEqualTo(TEXTS);
        }
    }

    @Test
    void aMessageIsAcknowledgedAndHasARisingOffset() {
        try (Chatter ann = Chatter.connect(address)) {
            ann.ask("one", "id-1");
            ann.ask("two", "id-2");
            await().until(() -> ann.acked().size() == 2);
            assertThat(ann.acked()).containsOnly(List.of());
            await().until(() -> ann.heard().size() == 2);
            assertThat(ann.heard()).containsExactly(List.of("one", 1), List.of("two", 2));
        }
    }

    @Test
    void theSameClientOffsetAgainIsAcknowledgedAndNotStoredTwice() {
        try (Chatter ann = Chatter.connect(address);
                Chatter bob = Chatter.connect(address)) {
            ann.ask("once", "id-1");
            await().until(() -> ann.acked().size() == 1);
            bob.ask("once", "id-1");
            bob.ask("end", "id-2");
            await().until(() -> bob.acked().size() == 2);
            assertThat(bob.acked()).containsOnly(List.of());
            await().until(() -> ann.heard().size() == 2);
            assertThat(ann.texts()).containsExactly("once", "end");
        }
    }

    @Test
    void withoutAnOffsetNothingIsReplayedAndWithOneWhatCameAfterIt() {
        try (Chatter ann = Chatter.connect(address)) {
            IntStream.rangeClosed(1, 300).forEach(n -> ann.ask("m" + n, "id-" + n));
            await().until(() -> ann.acked().size() == 300);
            try (Chatter plain = Chatter.connect(address);
                    Chatter late = connect(Map.of("serverOffset", 250));
                    Chatter text = connect(Map.of("serverOffset", "298"))) {
                ann.ask("live", "id-live");
                await().until(() -> late.heard().size() == 51);
                assertThat(late.texts())
                        .containsExactlyElementsOf(
                                Stream.concat(
                                                IntStream.rangeClosed(251, 300)
                                                        .mapToObj(n -> "m" + n),
                                                Stream.of("live"))
                                        .toList());
                await().until(() -> text.heard().size() == 3);
                await().until(() -> plain.heard().size() == 1);
                assertThat(plain.texts()).containsExactly("live");
            }
        }
    }

    @Test
    void whatIsNoMessageIsRefusedAndDisturbsNobody() {
        try (Chatter ann = Chatter.connect(address);
                Chatter bob = Chatter.connect(address)) {
            ann.ask(5);
            ann.ask();
            ann.ask(Map.of("text", "x"));
            ann.ask("x".repeat(900_001));
            ann.ask("");
            ann.emit("no such event", "x");
            await().until(() -> ann.acked().size() == 6);
            assertThat(ann.acked().stream().map(HostedChatTest::code))
                    .containsExactly(
                            "malformed",
                            "malformed",
                            "malformed",
                            "too_long",
                            "empty",
                            "unknown_event");
            ann.ask("fine");
            await().until(() -> bob.heard().size() == 1);
            assertThat(bob.heard()).containsExactly(List.of("fine", 1));
        }
    }

    @Test
    void whoComesAndGoesIsTold() {
        try (Chatter ann = connect(Map.of("name", "Ann"))) {
            ann.ask("hello");
            await().until(() -> !watcher.told.isEmpty() && ann.acked().size() == 1);
        }
        await().until(() -> watcher.told.size() == 3);
        assertThat(watcher.told).containsExactly("+Ann", "Ann posted", "-Ann");
    }

    @Test
    void aTakenPortMovesToTheNextFreeOne() throws IOException {
        int taken = host.address().getPort();
        try (RunningHost second = start(taken, Optional.empty(), List.of())) {
            assertThat(second.address().getPort()).isBetween(taken + 1, taken + 20);
            assertThat(second.takenPort()).contains(taken);
            assertThat(host.takenPort()).isEmpty();
        }
    }

    @Test
    void aClosedHostLeavesThePortFree() throws IOException {
        int port = host.address().getPort();
        try (Chatter ann = Chatter.connect(address)) {
            host.close();
            // In the middle of the switch to WebSocket it may be an error.
            ann.await("disconnected \"transport ");
        }
        await().ignoreExceptionsInstanceOf(BindException.class)
                .until(
                        () -> {
                            new ServerSocket(port).close();
                            return true;
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "socket.io-client, polling",
        "socket.io-client, websocket",
        "socket.io-client, default",
        "socket.io-client-3, polling",
        "socket.io-client-2, websocket",
    })
    void clientsComeBackToAHostThatStartsAgain(String library, String transports) {
        int port = host.address().getPort();
        try (Chatter ann = Chatter.connect(address, library, transports, Map.of())) {
            if (transports.equals("default")) {
                ann.await("upgraded");
            }
            host.close();
            // A polling client that asks again a moment too late finds nobody: "transport error".
            ann.await("disconnected \"transport ");
            try (RunningHost again = start(port, Optional.empty(), List.of())) {
                assertThat(again.address().getPort()).isEqualTo(port);
                await().until(
                                () ->
                                        ann.lines().stream()
                                                        .filter(
                                                                line ->
                                                                        line.startsWith(
                                                                                "connected"))
                                                        .count()
                                                == 2);
            }
        }
    }

    @Test
    void saysWhatIsWrongWithTheWish() {
        fails(LocalTrouble.BAD_BIND, () -> start(0, Optional.of("203.0.113.77"), List.of()));
        fails(LocalTrouble.BAD_BIND, () -> start(0, Optional.of("not an address"), List.of()));
        fails(LocalTrouble.BAD_ADDRESS, () -> start(0, Optional.empty(), List.of("nonsense")));
        fails(
                LocalTrouble.NO_WEB_FOLDER,
                () ->
                        RunningHost.start(
                                plan(
                                        0,
                                        Optional.empty(),
                                        Optional.of(Path.of("no such folder")),
                                        List.of()),
                                watcher,
                                _ -> {},
                                InstantSource.system()));
    }

    @Test
    void listensWhereItIsTold() {
        try (RunningHost bound = start(0, Optional.of("127.0.0.1"), List.of())) {
            assertThat(bound.address().getAddress()).isEqualTo(InetAddress.ofLiteral("127.0.0.1"));
        }
    }

    private Chatter connect(Map<String, ?> auth) {
        return Chatter.connect(address, "socket.io-client", "default", auth);
    }

    private RunningHost start(int port, Optional<String> bind, List<String> allowed) {
        return RunningHost.start(
                plan(port, bind, Optional.empty(), allowed),
                watcher,
                _ -> {},
                InstantSource.system());
    }

    private static RunningHost.Plan plan(
            int port, Optional<String> bind, Optional<Path> web, List<String> allowed) {
        return new RunningHost.Plan("Test chat", freshFolder(), port, bind, web, allowed, false);
    }

    private static Path freshFolder() {
        try {
            return Files.createTempDirectory(folders, "host");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"'', 20000, 10000", "'&app=1', 5000, 5000", "'&app=0', 20000, 10000"})
    void theAppIsAskedMoreOftenWhetherItIsThere(String query, int interval, int timeout)
            throws IOException, InterruptedException {
        URI handshake = address.resolve("/socket.io/?EIO=4&transport=polling" + query);
        try (HttpClient client = HttpClient.newHttpClient()) {
            String body =
                    client.send(
                                    HttpRequest.newBuilder(handshake).build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body();
            assertThat(body)
                    .contains("\"pingInterval\":" + interval + ",\"pingTimeout\":" + timeout + ",");
        }
    }

    private static void fails(FailureCode code, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        HearthException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static String code(List<Object> answer) {
        return in(answer.getFirst(), "error", "code");
    }

    /// The text at the end of `path` within a tree of maps.
    private static String in(@Nullable Object tree, String... path) {
        Object at = tree;
        for (String key : path) {
            at = at instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return String.valueOf(at);
    }

    private static final class Watcher implements HostWatcher {
        final Queue<String> told = new ConcurrentLinkedQueue<>();

        @Override
        public void connected(Person person, InetSocketAddress from) {
            told.add("+" + person.name());
        }

        @Override
        public void disconnected(Person person, String reason) {
            told.add("-" + person.name());
        }

        @Override
        public void posted(Entry entry) {
            told.add(entry.from().name() + " posted");
        }
    }
}
