package dev.hearth.client.connection;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.JoinRequest;
import dev.hearth.client.JoinRequest.HostToken;
import dev.hearth.client.JoinRequest.Transports;
import dev.hearth.client.JoinedFolders;
import dev.hearth.log.Batch;
import dev.hearth.log.sqlite.SqliteChatLog;
import dev.hearth.model.Accepted;
import dev.hearth.model.ByeReason;
import dev.hearth.model.Command;
import dev.hearth.model.Command.DeleteMessage;
import dev.hearth.model.Command.EditMessage;
import dev.hearth.model.Command.JoinRoom;
import dev.hearth.model.Command.OpenRoom;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.Command.React;
import dev.hearth.model.Command.RemovePerson;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Delivery;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.Message;
import dev.hearth.model.Payload;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Payload.Reacted;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Removal;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.testkit.Abilities;
import dev.hearth.testkit.Patience;
import dev.hearth.testkit.RealHost;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Our client on our own host, both real.
final class RealHostTest {
    private static final ConnectionState ONLINE = new ConnectionState.Online(Abilities.HEARTH);

    @TempDir Path folder;
    private @Nullable RealHost started;

    @BeforeEach
    void start() {
        started = RealHost.in(folder.resolve("host"));
    }

    @AfterEach
    void stop() {
        host().close();
    }

    private RealHost host() {
        return requireNonNull(started);
    }

    private URI address() {
        return host().address();
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
                        "😀".repeat(2_000));
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

    /// A newcomer is sent the last thousand entries: here not one of them is a message.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aNewcomerSeesTheMessagesAboveAThousandReactions(boolean keeping) {
        Person ann = new Person(new PersonId("ann"), "Ann", Role.MEMBER);
        List<Entry> entries = new ArrayList<>();
        for (int n = 1; n <= 61; n++) {
            entries.add(entry(n, ann, new Posted("text " + n)));
        }
        for (int n = 62; n <= 62 + 1_050; n++) {
            EntryId of = new EntryId("e" + (1 + n % 61));
            entries.add(entry(n, ann, new Reacted(of, "👍", n / 61 % 2 == 0)));
        }
        host().store().append(Batch.of(entries));
        JoinRequest request = new JoinRequest(address(), "Bob");
        try (Joined bob = keeping ? Joined.to(request, new Kept(folder)) : Joined.to(request)) {
            bob.awaitState(ONLINE::equals);
            assertThat(bob.awaitMessages(61))
                    .extracting(Message::text)
                    .startsWith("text 1")
                    .endsWith("text 61");
            Patience.await()
                    .untilAsserted(
                            () ->
                                    assertThat(bob.messages())
                                            .extracting(it -> it.details().reactions().keySet())
                                            .isEqualTo(
                                                    host()
                                                            .store()
                                                            .before(RoomId.LOBBY, 2_000, 100)
                                                            .messages()
                                                            .stream()
                                                            .map(it -> it.reactions().keySet())
                                                            .toList()));
        }
    }

    private static Entry entry(int seq, Person from, Payload payload) {
        return new Entry(
                RoomId.LOBBY,
                seq,
                new EntryId("e" + seq),
                from,
                Instant.ofEpochMilli(1_700_000_000_000L + seq),
                payload);
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
                Proxy proxy = Proxy.to(address().getPort());
                proxies.add(proxy);
                Transports transports = i == 0 ? Transports.POLLING_ONLY : Transports.DEFAULT;
                chats.add(join(proxy.address(), "P" + i, transports));
            }
            for (int round = 0; round < each; round++) {
                for (int i = 0; i < people; i++) {
                    chats.get(i).lobby().send("P" + i + " says " + round);
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
            try (Proxy proxy = Proxy.to(address().getPort());
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
    void aNewcomerToALongHistoryGetsTheNewestAndTheRestOnAsking() {
        int each = 310;
        int all = 4 * each;
        Kept kept = new Kept(folder.resolve("bob"));
        // Each sends one message at a time; of four the host stores four with one sync.
        try (Joined ada = join(address(), "Ada", Transports.DEFAULT);
                Joined cid = join(address(), "Cid", Transports.DEFAULT);
                Joined dan = join(address(), "Dan", Transports.DEFAULT);
                Joined eve = join(address(), "Eve", Transports.DEFAULT)) {
            for (Joined writer : List.of(ada, cid, dan, eve)) {
                IntStream.range(0, each).forEach(i -> writer.lobby().send("message " + i));
            }
            Patience.await().until(() -> delivered(ada) == all);
            List<String> log =
                    ada.messages().stream()
                            .sorted(
                                    Comparator.comparingLong(
                                            message -> message.seq().orElseThrow()))
                            .map(Message::text)
                            .toList();
            for (JoinedFolders folders : List.of(kept, JoinedFolders.NONE)) {
                JoinRequest request = new JoinRequest(address(), "Bob");
                try (Joined late = Joined.to(request, folders)) {
                    late.awaitState(ONLINE::equals);
                    assertThat(late.messages()).hasSize(1_000);
                    for (int shown = 1_200; shown < all; shown += 200) {
                        int expected = shown;
                        late.lobby().showOlder();
                        Patience.await().until(() -> late.messages().size() == expected);
                    }
                    late.lobby().showOlder();
                    Patience.await().until(() -> late.messages().size() == all);
                    assertThat(late.texts()).isEqualTo(log);
                    late.leave();
                    late.await(ConnectionState.Closed.class);
                }
            }
        }
    }

    /// Rooms, edits, deletions and reactions, seen by somebody who was there, by somebody who comes
    /// back, and by somebody without a connection.
    @Test
    void whatHappensInRoomsIsSeenLiveLaterAndOffline() {
        Kept kept = new Kept(folder.resolve("bob"));
        JoinRequest asBob = new JoinRequest(address(), "Bob");
        try (Joined ada = join(address(), "Ada", Transports.DEFAULT)) {
            Joined bob = Joined.to(asBob, kept);
            bob.awaitState(ONLINE::equals);
            RoomId room = done(ada, new OpenRoom(id(), "cats", "", RoomKind.PUBLIC)).room();
            bob.awaitRoom(room);
            done(bob, new JoinRoom(id(), room));
            ada.chat().room(room);
            EntryId first = id();
            EntryId second = id();
            done(bob, new PostMessage(first, room, "frist"));
            done(ada, new PostMessage(second, room, "to be deleted"));
            bob.leave();
            bob.await(ConnectionState.Closed.class);
            done(ada, new React(id(), Optional.of(room), first, "🐈", true));
            done(ada, new DeleteMessage(id(), Optional.of(room), second));
            try (Joined again = Joined.to(asBob, kept)) {
                again.awaitState(ONLINE::equals);
                again.chat().room(room);
                done(again, new EditMessage(id(), Optional.of(room), first, "first"));
                assertCats(again, ada, first, second);
                again.leave();
                again.await(ConnectionState.Closed.class);
            }
            host().end();
            try (Joined offline = Joined.to(asBob, kept)) {
                offline.awaitRoom(room);
                offline.chat().room(room);
                offline.awaitMessages(2);
                assertCats(offline, ada, first, second);
                assertThat(offline.message(first).own()).isTrue();
            }
        }
    }

    private static void assertCats(Joined one, Joined other, EntryId first, EntryId second) {
        Patience.await()
                .untilAsserted(
                        () -> {
                            assertThat(one.message(first).text()).isEqualTo("first");
                            assertThat(one.message(first).details())
                                    .isEqualTo(other.message(first).details());
                            assertThat(one.message(first).details().reactions()).containsKey("🐈");
                            assertThat(one.message(second).details().deleted()).isTrue();
                        });
    }

    private static EntryId id() {
        return EntryId.next(System.currentTimeMillis());
    }

    private static Accepted done(Joined who, Command command) {
        return who.chat()
                .submit(command)
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void whoShowsTheOwnersTokenIsTheOwner() {
        JoinRequest request =
                new JoinRequest(address(), "Ann")
                        .withToken(new HostToken(host().id(), RealHost.OWNER_TOKEN));
        try (Joined owner = Joined.to(request, new Kept(folder.resolve("ann")));
                Joined bob = join(address(), "Bob", Transports.DEFAULT)) {
            owner.awaitState(ONLINE::equals);
            assertThat(owner.you().role()).isEqualTo(Role.OWNER);
            bob.say("hello");
            done(owner, new RemovePerson(id(), RoomId.LOBBY, bob.you().id(), Removal.BAN));
            assertThat(bob.await(ConnectionState.Refused.class).code()).isEqualTo(ByeReason.BANNED);
            bob.chat().reconnectNow();
            Patience.await()
                    .until(
                            () ->
                                    bob.states().stream()
                                                    .filter(
                                                            ConnectionState.Refused.class
                                                                    ::isInstance)
                                                    .count()
                                            == 2);
        }
    }

    /// What a host lost, because an older backup was put in its place, is shown no longer; what
    /// waited for it is sent.
    @Test
    void aRestoredBackupIsAnotherLog() {
        Kept kept = new Kept(folder.resolve("ada"));
        JoinRequest request = new JoinRequest(address(), "Ada");
        Path backup = folder.resolve("backup.db");
        try (Joined ada = Joined.to(request, kept)) {
            ada.say("in the backup");
            host().store().backup(backup, bytes -> {});
            ada.say("lost");
            host().close();
            ada.await(ConnectionState.Offline.class);
            EntryId waiting = ada.lobby().send("waiting");
            var _ = SqliteChatLog.restore(folder.resolve("host"), backup, InstantSource.system());
            started = RealHost.at(request.server().getPort(), folder.resolve("host"));
            ada.chat().reconnectNow();
            ada.awaitDelivery(waiting, Delivery.Delivered.class);
            Patience.await()
                    .untilAsserted(
                            () ->
                                    assertThat(ada.confirmed())
                                            .extracting(Message::text)
                                            .containsExactly("in the backup", "waiting"));
        }
    }

    @Test
    void whoSaysGoodbyeIsNotTakenForACut() {
        try (Joined ada = join(address(), "Ada", Transports.DEFAULT)) {
            host().end();
            assertThat(ada.await(ConnectionState.Offline.class).reason())
                    .isEqualTo("The host has ended this chat.");
        }
    }
}
