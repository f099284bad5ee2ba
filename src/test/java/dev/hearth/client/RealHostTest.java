package dev.hearth.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.JoinRequest.Transports;
import dev.hearth.gateway.Doors;
import dev.hearth.gateway.HostWatcher;
import dev.hearth.host.ChatHost;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Delivery;
import dev.hearth.model.Entry;
import dev.hearth.model.Message;
import dev.hearth.model.Person;
import dev.hearth.model.ServerKind;
import dev.hearth.socketio.ServerOptions;
import dev.hearth.socketio.SocketServer;
import dev.hearth.store.ChatStore;
import dev.hearth.testkit.Patience;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Our client on our own host, both real.
final class RealHostTest {
    private static final ConnectionState ONLINE = new ConnectionState.Online(ServerKind.HEARTH);

    private final ChatStore store;
    private final ChatHost host;
    private final Doors doors;
    private final SocketServer server =
            new SocketServer(
                    ServerOptions.defaults()
                            .withBind("127.0.0.1", 0)
                            // Long, so that a cut has to be noticed by itself.
                            .withHeartbeat(Duration.ofSeconds(25), Duration.ofSeconds(20))
                            .withSessionsPerAddress(0));

    RealHostTest(@TempDir Path folder) {
        store = ChatStore.open(folder, InstantSource.system(), _ -> {});
        host = ChatHost.open(InstantSource.system(), store, ChatHost.freshToken());
        doors =
                new Doors(
                        host,
                        new NobodyWatches(),
                        new Doors.Greeting("Test", "0"),
                        InstantSource.system(),
                        false);
    }

    @BeforeEach
    void start() throws IOException {
        doors.open(server);
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
        doors.close();
        host.close();
        store.close();
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.address().getPort());
    }

    private static Joined join(URI address, String name, Transports transports) {
        Joined joined = Joined.to(new JoinRequest(address, name, transports));
        joined.awaitState(ONLINE::equals);
        return joined;
    }

    @ParameterizedTest
    @EnumSource(Transports.class)
    void textsTravelUnchangedWithTheirAuthors(Transports transports) {
        List<String> texts =
                List.of(
                        "a",
                        "\"\\ \u2028 \u0000 \n 漢字 👩‍👩‍👧‍👦",
                        "Bob: hello",
                        "😀".repeat(2_048));
        try (Joined ada = join(address(), "Ada", transports);
                Joined bob = join(address(), "Bob", transports)) {
            texts.forEach(ada::say);
            assertThat(bob.awaitMessages(texts.size()))
                    .extracting(Message::text)
                    .containsExactlyElementsOf(texts);
            assertThat(bob.messages())
                    .allMatch(message -> message.from().name().equals("Ada") && !message.own());
            Patience.await().until(() -> ada.messages().getLast().seq().isPresent());
            assertThat(ada.messages()).allMatch(Message::own);
            assertThat(ada.messages())
                    .extracting(Message::id)
                    .isEqualTo(bob.messages().stream().map(Message::id).toList());
        }
    }

    /// The seed is in the name of the failing assertion, so that it can be played again.
    @Test
    void repeatedCutsLoseNothingAndDoubleNothing() {
        long seed = System.nanoTime();
        RandomGenerator random = RandomGeneratorFactory.getDefault().create(seed);
        int people = 5;
        int each = 60;
        List<Proxy> proxies = new ArrayList<>();
        List<Joined> chats = new ArrayList<>();
        try {
            for (int i = 0; i < people; i++) {
                Proxy proxy = Proxy.to(server.address().getPort());
                proxies.add(proxy);
                Transports transports = i == 0 ? Transports.POLLING_ONLY : Transports.DEFAULT;
                chats.add(join(proxy.address(), "P" + i, transports));
            }
            for (int round = 0; round < each; round++) {
                for (int i = 0; i < people; i++) {
                    chats.get(i).chat().send("P" + i + " says " + round);
                }
                if (round % 6 == 3) {
                    int victim = random.nextInt(people);
                    proxies.get(victim).cut();
                    chats.get(victim).await(ConnectionState.Offline.class);
                    proxies.get(victim).mend();
                    chats.get(victim).chat().reconnectNow();
                }
            }
            int all = people * each;
            List<String> log = null;
            for (Joined chat : chats) {
                chat.awaitMessages(all);
                Patience.await().until(() -> delivered(chat) == all);
                List<String> bySeq =
                        chat.messages().stream()
                                .sorted(
                                        (a, b) ->
                                                Long.compare(
                                                        a.seq().orElse(-1), b.seq().orElse(-1)))
                                .map(Message::text)
                                .toList();
                log = log == null ? bySeq : log;
                assertThat(bySeq).as("seed %d", seed).hasSize(all).doesNotHaveDuplicates();
                assertThat(bySeq).as("seed %d", seed).isEqualTo(log);
            }
        } finally {
            chats.forEach(Joined::close);
            proxies.forEach(Proxy::close);
        }
    }

    /// Also in the middle of the switch to WebSocket, when neither transport is the one in use.
    @Test
    void aCutIsNoticedAtOnceWheneverItComes() {
        long seed = System.nanoTime();
        RandomGenerator random = RandomGeneratorFactory.getDefault().create(seed);
        for (int round = 0; round < 100; round++) {
            try (Proxy proxy = Proxy.to(server.address().getPort());
                    Joined chat = Joined.to(new JoinRequest(proxy.address(), "Ada"))) {
                chat.awaitState(ONLINE::equals);
                LockSupport.parkNanos(random.nextInt(12_000_000));
                proxy.cut();
                Patience.await()
                        .alias("seed " + seed + " round " + round)
                        .atMost(Duration.ofSeconds(5))
                        .until(() -> chat.chat().state() instanceof ConnectionState.Offline);
            }
        }
    }

    private static long delivered(Joined chat) {
        return chat.messages().stream()
                .filter(message -> message.delivery().equals(Delivery.DELIVERED))
                .filter(message -> message.seq().isPresent())
                .count();
    }

    @Test
    void takesALongHistoryAtOnce() {
        try (Joined ada = join(address(), "Ada", Transports.DEFAULT)) {
            IntStream.range(0, 5_000).forEach(i -> ada.chat().send("message " + i));
            Patience.await().until(() -> delivered(ada) == 5_000);
            try (Joined late = join(address(), "Bob", Transports.DEFAULT)) {
                late.awaitMessages(5_000);
                assertThat(late.texts()).isEqualTo(ada.texts());
            }
        }
    }

    private static final class NobodyWatches implements HostWatcher {
        @Override
        public void connected(Person person, InetSocketAddress from) {}

        @Override
        public void disconnected(Person person, String reason) {}

        @Override
        public void posted(Entry entry) {}
    }

    @Test
    void whoSaysGoodbyeIsNotTakenForACut() {
        try (Joined ada = join(address(), "Ada", Transports.DEFAULT)) {
            doors.sayGoodbye();
            server.close();
            assertThat(ada.await(ConnectionState.Offline.class).reason())
                    .isEqualTo("The host has ended this chat.");
        }
    }
}
