package dev.hearth.client.connection;

import dev.hearth.model.Accepted;
import dev.hearth.model.Command;
import dev.hearth.model.Command.DeleteMessage;
import dev.hearth.model.Command.EditMessage;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.Command.React;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.HistoryPage;
import dev.hearth.model.HistoryRequest.Where;
import dev.hearth.model.Membership;
import dev.hearth.model.Payload;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import dev.hearth.model.Role;
import dev.hearth.model.RoomFold;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.model.SearchHits;
import dev.hearth.protocol.Answers;
import dev.hearth.protocol.Auth;
import dev.hearth.protocol.CommandCodec;
import dev.hearth.protocol.Deltas.Skipped;
import dev.hearth.protocol.Enter;
import dev.hearth.protocol.Enter.Held;
import dev.hearth.protocol.EntryCodec;
import dev.hearth.protocol.Events;
import dev.hearth.protocol.Hello;
import dev.hearth.protocol.HostKey;
import dev.hearth.protocol.Queries;
import dev.hearth.protocol.Welcome;
import dev.hearth.socketio.Ack;
import dev.hearth.socketio.ConnectAnswer;
import dev.hearth.socketio.NamespaceHandler;
import dev.hearth.socketio.Peer;
import dev.hearth.socketio.ServerOptions;
import dev.hearth.socketio.SocketServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A host of which the test decides what it says, and when, and in what order. Left alone it does
/// what hosts do, for one room. Thread-safe.
final class ScriptedHost implements NamespaceHandler, AutoCloseable {
    static final Person BOB = new Person(new PersonId("bob"), "Bob", Role.MEMBER);
    private static final int REPLAYED = 1_000;
    private static final Map<String, HostKey> KEYS = new ConcurrentHashMap<>();

    /// A request that came.
    record Asked(String event, Map<?, ?> fields) {}

    private record Pending(Peer peer, Command command, Ack ack) {}

    private final SocketServer server;
    private final URI address;
    private final List<Entry> log = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    private final List<Enter> enters = new ArrayList<>();
    private final List<Map<String, Object>> refusals = new ArrayList<>();
    private final Map<Peer, Person> inside = new LinkedHashMap<>();
    private final List<Pending> held = new ArrayList<>();
    private final Map<Peer, String> nonces = new HashMap<>();
    private String hostName = "host-1";
    private UnaryOperator<Map<String, Object>> greeting = hello -> hello;
    private String epoch = "epoch-1";
    private int version = Events.VERSION;
    private boolean silent;
    private boolean closedDoor;
    private long textLimit = 8_000;
    private boolean holding;
    private boolean broadcasting = true;
    private boolean broadcastFirst;
    private boolean answeringHistory = true;

    ScriptedHost() {
        this(0);
    }

    ScriptedHost(int port) {
        server =
                new SocketServer(
                        ServerOptions.defaults()
                                .withBind("127.0.0.1", port)
                                .withHeartbeat(Duration.ofSeconds(2), Duration.ofSeconds(2)));
        server.namespace(Events.NAMESPACE, this);
        try {
            address = URI.create("http://127.0.0.1:" + server.start().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return address;
    }

    int port() {
        return address.getPort();
    }

    /// The key of the host that the test calls `name`.
    static HostKey key(String name) {
        return KEYS.computeIfAbsent(name, _ -> HostKey.fresh());
    }

    static String id(String name) {
        return key(name).id();
    }

    /// Says `hello` in another way than hosts do.
    synchronized ScriptedHost greets(UnaryOperator<Map<String, Object>> how) {
        greeting = how;
        return this;
    }

    synchronized ScriptedHost is(String newName, String newEpoch) {
        hostName = newName;
        epoch = newEpoch;
        return this;
    }

    synchronized ScriptedHost speaks(int newVersion) {
        version = newVersion;
        return this;
    }

    /// Says nothing, not even hello.
    synchronized ScriptedHost keepsSilent() {
        silent = true;
        return this;
    }

    /// Hears who wants to come in, and does not answer.
    synchronized void letsNobodyIn() {
        closedDoor = true;
    }

    /// Commands wait for [#letGo].
    synchronized void hold() {
        holding = true;
    }

    synchronized void letGo() {
        holding = false;
        List<Pending> now = List.copyOf(held);
        held.clear();
        now.forEach(each -> carryOut(each.peer(), each.command(), each.ack()));
    }

    /// The next command is refused; said twice, the next two.
    synchronized void refuseNext(ErrorCode code, Optional<Duration> retryAfter) {
        refusals.add(Answers.refused(code, "The test says no.", retryAfter));
    }

    /// The next command is answered like this and not done.
    synchronized void answerNext(Map<String, Object> answer) {
        refusals.add(answer);
    }

    /// Whether what is written is told to those inside.
    synchronized void broadcast(boolean now) {
        broadcasting = now;
    }

    synchronized void broadcastBeforeAnswering() {
        broadcastFirst = true;
    }

    synchronized void answerHistory(boolean now) {
        answeringHistory = now;
    }

    /// Appends to the log without telling anybody.
    synchronized Entry log(Person from, Payload payload) {
        return log(EntryId.next(1_000L + log.size()), from, payload);
    }

    synchronized Entry log(EntryId id, Person from, Payload payload) {
        Entry entry =
                new Entry(
                        RoomId.LOBBY,
                        log.size() + 1L,
                        id,
                        from,
                        Instant.ofEpochMilli(1_000_000L + log.size()),
                        payload);
        log.add(entry);
        return entry;
    }

    synchronized void posts(int count) {
        for (int i = 0; i < count; i++) {
            log(BOB, new Payload.Posted("post " + (log.size() + 1)));
        }
    }

    /// Appends and tells.
    synchronized Entry say(Person from, Payload payload) {
        Entry entry = log(from, payload);
        tell(entry);
        return entry;
    }

    synchronized void tell(Entry entry) {
        inside.keySet().forEach(peer -> tell(peer, entry));
    }

    private static void tell(Peer peer, Entry entry) {
        peer.emit(EntryCodec.event(entry), EntryCodec.map(entry));
    }

    synchronized void emit(String event, Map<String, Object> map) {
        inside.keySet().forEach(peer -> peer.emit(event, map));
    }

    /// The same to everyone who is connected, inside or not.
    synchronized void emitToAll(String event, Map<String, Object> map) {
        nonces.keySet().forEach(peer -> peer.emit(event, map));
    }

    synchronized void saysTextLimit(long bytes) {
        textLimit = bytes;
    }

    synchronized List<Entry> log() {
        return List.copyOf(log);
    }

    /// Ends every connection.
    synchronized void cutAll() {
        List.copyOf(inside.keySet()).forEach(peer -> peer.disconnect("cut"));
    }

    synchronized List<Asked> asked(String event) {
        return asked.stream().filter(each -> each.event().equals(event)).toList();
    }

    synchronized List<Enter> enters() {
        return List.copyOf(enters);
    }

    synchronized int heldCommands() {
        return held.size();
    }

    List<FoldedMessage> messages() {
        return RoomFold.of(RoomId.LOBBY, log()).messages();
    }

    @Override
    public synchronized ConnectAnswer connecting(Peer peer, @Nullable Object auth) {
        nonces.put(peer, Auth.nonce(auth).orElse(""));
        return ConnectAnswer.ACCEPT;
    }

    @Override
    public synchronized void connected(Peer peer) {
        if (!silent) {
            HostKey key = key(hostName);
            String nonce = nonces.getOrDefault(peer, "");
            peer.emit(
                    Events.HELLO,
                    greeting.apply(
                            new Hello(
                                            version,
                                            key.id(),
                                            "Test",
                                            "9.9",
                                            epoch,
                                            Instant.now(),
                                            "n",
                                            new Hello.Needs(false, false),
                                            nonce.isEmpty()
                                                    ? Optional.empty()
                                                    : Optional.of(key.prove(nonce)))
                                    .toMap()));
        }
    }

    @Override
    public synchronized void event(
            Peer peer, String name, List<@Nullable Object> arguments, Ack ack) {
        Map<?, ?> fields = (Map<?, ?>) arguments.getFirst();
        if (fields == null) {
            return;
        }
        if (name.equals(Events.ENTER)) {
            enter(peer, Enter.read(fields));
            return;
        }
        asked.add(new Asked(name, fields));
        if (CommandCodec.isCommand(name)) {
            Command command = CommandCodec.read(name, fields);
            if (holding) {
                held.add(new Pending(peer, command, ack));
            } else {
                carryOut(peer, command, ack);
            }
        } else if (name.equals(Events.HISTORY) && answeringHistory) {
            ack.send(history(Queries.History.read(fields)));
        } else if (name.equals(Events.SEARCH)) {
            ack.send(search(Queries.readSearch(fields).text()));
        }
    }

    private Map<String, Object> search(String text) {
        return Queries.map(
                new SearchHits(
                        messages().stream()
                                .filter(each -> each.text().contains(text))
                                .map(each -> new SearchHits.Hit(each, List.of()))
                                .toList(),
                        false));
    }

    private Map<String, Object> history(Queries.History asks) {
        return switch (asks) {
            case Queries.History.Raw(var _, long after, int limit) -> {
                List<Entry> page =
                        log.stream().filter(each -> each.seq() > after).limit(limit).toList();
                yield new Queries.RawPage(page, log.size(), after + page.size() < log.size())
                        .toMap();
            }
            case Queries.History.Folded(var request) -> {
                long before =
                        switch (request.where()) {
                            case Where.Before(long seq) -> seq;
                            case Where.Around(long seq) -> seq + request.limit() / 2;
                        };
                List<FoldedMessage> older =
                        messages().stream().filter(each -> each.seq() < before).toList();
                int from = Math.max(0, older.size() - request.limit());
                yield Queries.map(
                        new HistoryPage(older.subList(from, older.size()), log.size(), from > 0));
            }
        };
    }

    private void enter(Peer peer, Enter enter) {
        enters.add(enter);
        if (closedDoor) {
            return;
        }
        String name = enter.name().orElse("guest");
        Person you = new Person(new PersonId(name.toLowerCase(Locale.ROOT)), name, Role.MEMBER);
        Held has = enter.have().get(RoomId.LOBBY);
        boolean differs =
                has != null
                        && (has.after() > log.size()
                                || !log.get((int) has.after() - 1).id().equals(has.id()));
        long after = has == null || differs ? 0 : has.after();
        RoomHead lobby =
                new RoomHead(
                        RoomId.LOBBY,
                        "lobby",
                        "",
                        RoomKind.PUBLIC,
                        log.size(),
                        0,
                        Membership.MEMBER,
                        0,
                        Optional.empty());
        Map<String, Object> welcome =
                new Welcome(
                                you,
                                "token of " + hostName,
                                List.of(lobby),
                                List.of(new Presence(you, true, false)),
                                Welcome.More.NOTHING,
                                differs ? Set.of(RoomId.LOBBY) : Set.of(),
                                8_000)
                        .toMap();
        welcome.put("limits", Map.of("text", textLimit));
        peer.emit(Events.WELCOME, welcome);
        inside.put(peer, you);
        if (log.size() - after > REPLAYED) {
            long to = log.size() - (long) REPLAYED;
            peer.emit(Events.SKIPPED, new Skipped(RoomId.LOBBY, after + 1, to).toMap());
            after = to;
        }
        log.subList((int) after, log.size()).forEach(each -> tell(peer, each));
    }

    private void carryOut(Peer peer, Command command, Ack ack) {
        if (!refusals.isEmpty()) {
            ack.send(refusals.removeFirst());
            return;
        }
        Optional<Entry> known =
                log.stream().filter(each -> each.id().equals(command.id())).findFirst();
        Person from = inside.getOrDefault(peer, BOB);
        Entry entry = known.orElseGet(() -> log(command.id(), from, payload(command)));
        if (broadcastFirst && broadcasting && known.isEmpty()) {
            tell(entry);
        }
        ack.send(Answers.accepted(new Accepted(entry.room(), entry.seq())));
        if (!broadcastFirst && broadcasting && known.isEmpty()) {
            tell(entry);
        }
    }

    private static Payload payload(Command command) {
        return switch (command) {
            case PostMessage post -> new Payload.Posted(post.text(), post.replyTo(), post.files());
            case EditMessage edit -> new Payload.Edited(edit.of(), edit.text());
            case DeleteMessage delete -> new Payload.Deleted(delete.of());
            case React react -> new Payload.Reacted(react.of(), react.emoji(), react.on());
            case Command.SetTopic topic -> new Payload.TopicSet(topic.topic());
            case Command other -> throw new IllegalArgumentException(other.toString());
        };
    }

    @Override
    public synchronized void disconnected(Peer peer, String reason) {
        inside.remove(peer);
        nonces.remove(peer);
        held.removeIf(each -> each.peer().equals(peer));
    }

    @Override
    public void close() {
        server.close();
    }
}
