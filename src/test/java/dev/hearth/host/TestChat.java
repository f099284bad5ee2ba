package dev.hearth.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.host.ChatHost.Receipt;
import dev.hearth.host.People.Entered;
import dev.hearth.host.People.Entrance;
import dev.hearth.log.StoredRoom;
import dev.hearth.log.sqlite.SqliteChatLog;
import dev.hearth.model.ByeReason;
import dev.hearth.model.Command;
import dev.hearth.model.Command.JoinRoom;
import dev.hearth.model.Command.OpenRoom;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.model.RoomState;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/// A real host on a real store in a folder, with a clock that is set by hand.
final class TestChat implements AutoCloseable {
    static final String OWNER_TOKEN = "the owner's";
    static final RoomId NOWHERE = new RoomId("nowhere");

    private final Path folder;
    private final HostOptions options;
    private final AtomicLong now = new AtomicLong(1_000_000);
    private final AtomicInteger ids = new AtomicInteger();
    final List<Entry> published = Collections.synchronizedList(new ArrayList<>());
    final List<List<Entry>> turns = Collections.synchronizedList(new ArrayList<>());
    final List<String> news = Collections.synchronizedList(new ArrayList<>());
    SqliteChatLog store;
    ChatHost host;

    TestChat(Path folder) {
        this(folder, HostOptions.UNLIMITED);
    }

    TestChat(Path folder, HostOptions options) {
        this.folder = folder;
        this.options = options;
        this.store = openStore();
        this.host = openHost();
    }

    private SqliteChatLog openStore() {
        return SqliteChatLog.open(folder, () -> Instant.ofEpochMilli(now.get()), _ -> {});
    }

    private ChatHost openHost() {
        ChatHost opened =
                ChatHost.open(() -> Instant.ofEpochMilli(now.get()), store, OWNER_TOKEN, options);
        opened.listen(new Recorder());
        return opened;
    }

    void reopen() {
        close();
        store = openStore();
        host = openHost();
    }

    @Override
    public void close() {
        host.close();
        store.close();
    }

    void pass(Duration time) {
        now.addAndGet(time.toMillis());
    }

    Instant now() {
        return Instant.ofEpochMilli(now.get());
    }

    <T> T onLoop(Function<HostState, T> step) {
        return host.call(step).join();
    }

    /// Answers come before an entry is published; a step comes after.
    void settle() {
        onLoop(state -> true);
    }

    Entered enter(Entrance entrance) {
        return onLoop(state -> state.people().enter(entrance));
    }

    Person member(String name) {
        return enter(new Entrance(Optional.of(name), false, Optional.empty())).person();
    }

    Person guest(String name) {
        return enter(new Entrance(Optional.of(name), true, Optional.empty())).person();
    }

    Person owner() {
        return enter(new Entrance(Optional.of("Olga"), false, Optional.of(OWNER_TOKEN))).person();
    }

    void leave(Person person) {
        onLoop(
                state -> {
                    state.people().leave(person);
                    return true;
                });
    }

    EntryId id() {
        return new EntryId("id-" + ids.incrementAndGet());
    }

    CompletableFuture<Receipt> submit(Person from, Command command) {
        return host.submit(from, Submission.of(command), Duration.ofSeconds(1));
    }

    Receipt done(Person from, Command command) {
        Receipt receipt = submit(from, command).join();
        settle();
        return receipt;
    }

    EntryId post(Person from, RoomId room) {
        return done(from, new PostMessage(id(), room, "text")).entry().id();
    }

    RoomId open(Person from, String name, RoomKind kind) {
        return done(from, new OpenRoom(id(), name, "", kind)).entry().room();
    }

    void join(Person from, RoomId room) {
        done(from, new JoinRoom(id(), room));
    }

    /// What `command` is refused with; nothing may be different afterwards.
    HearthException refusal(Person from, Command command) {
        Map<RoomId, RoomState> before = states();
        Map<RoomId, Long> seqs = seqs();
        HearthException refusal = failure(submit(from, command));
        settle();
        assertThat(seqs()).isEqualTo(seqs);
        assertThat(states()).isEqualTo(before);
        return refusal;
    }

    void refuses(Person from, Command command, ErrorCode code) {
        HearthException refusal = refusal(from, command);
        assertThat(refusal.code()).as(command + ": " + refusal.sentence()).isEqualTo(code);
        assertThat(refusal.sentence()).endsWith(".");
    }

    static HearthException failure(CompletableFuture<?> answer) {
        try {
            answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof HearthException refusal) {
                return refusal;
            }
            throw e;
        }
        throw new AssertionError("it was done");
    }

    static void fails(CompletableFuture<?> answer, ErrorCode code) {
        assertThat(failure(answer).code()).isEqualTo(code);
    }

    Map<RoomId, Long> seqs() {
        Map<RoomId, Long> seqs = new HashMap<>();
        store.rooms().forEach(room -> seqs.put(room.id(), room.lastSeq()));
        return seqs;
    }

    /// What the logs say of all rooms.
    Map<RoomId, RoomState> states() {
        Map<RoomId, RoomState> states = new HashMap<>();
        for (StoredRoom room : store.rooms()) {
            states.put(room.id(), store.state(room.id()));
        }
        return states;
    }

    /// What the host holds in memory of all rooms.
    Map<RoomId, RoomState> held() {
        return onLoop(
                state -> {
                    Map<RoomId, RoomState> held = new HashMap<>();
                    store.rooms()
                            .forEach(
                                    room ->
                                            state.rooms()
                                                    .state(room.id())
                                                    .ifPresent(each -> held.put(room.id(), each)));
                    return held;
                });
    }

    /// Keeps the store from writing until it is closed. What waits for more than two seconds fails.
    Hold hold() throws SQLException {
        Connection connection =
                DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("chat.db"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
        }
        return connection::close;
    }

    interface Hold extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }

    private final class Recorder implements HostListener {
        @Override
        public void committed(HostState state, List<Entry> entries) {
            turns.add(entries);
            published.addAll(entries);
            entries.forEach(entry -> news.add("entry " + entry.kind()));
        }

        @Override
        public void standing(HostState state, PersonId person, RoomId room) {
            news.add("standing " + name(state, person) + " " + roomName(state, room));
        }

        @Override
        public void closed(HostState state, RoomId room) {
            news.add("closed");
        }

        @Override
        public void room(HostState state, RoomId room) {
            news.add("room " + roomName(state, room));
        }

        @Override
        public void present(HostState state, List<Presence> presences) {
            presences.forEach(this::present);
        }

        private void present(Presence presence) {
            Person person = presence.person();
            news.add(
                    "present "
                            + person.name()
                            + " "
                            + person.role()
                            + (presence.online() ? " online" : " offline"));
        }

        @Override
        public void clockFell(HostState state, Duration by) {
            news.add("clock fell by " + by.toHours() + " h");
        }

        @Override
        public void putOut(HostState state, PersonId person, ByeReason reason) {
            news.add("out " + name(state, person) + " " + reason.wire());
        }

        @Override
        public void read(HostState state, PersonId person, RoomId room, long seq) {
            news.add("read " + name(state, person) + " " + roomName(state, room) + " " + seq);
        }

        @Override
        public void typing(HostState state, Person person, RoomId room) {
            news.add("typing " + person.name() + " " + roomName(state, room));
        }

        private String name(HostState state, PersonId person) {
            return state.people().find(person).map(Person::name).orElse("?");
        }

        private String roomName(HostState state, RoomId room) {
            return room.equals(RoomId.LOBBY)
                    ? "lobby"
                    : state.rooms().state(room).map(RoomState::name).orElse("?");
        }
    }
}
