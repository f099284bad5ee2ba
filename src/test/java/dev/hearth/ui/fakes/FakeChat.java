package dev.hearth.ui.fakes;

import dev.hearth.client.Chat;
import dev.hearth.client.JoinRequest;
import dev.hearth.client.RoomSession;
import dev.hearth.model.Accepted;
import dev.hearth.model.Command;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Delivery;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Event;
import dev.hearth.model.HearthException;
import dev.hearth.model.HistoryPage;
import dev.hearth.model.HistoryRequest;
import dev.hearth.model.Limits;
import dev.hearth.model.Message;
import dev.hearth.model.Message.Details;
import dev.hearth.model.Payload;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import dev.hearth.model.SearchAnswer;
import dev.hearth.model.SearchRequest;
import dev.hearth.testkit.Abilities;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// A joined chat without a server: the test says what happens. Any thread; events are told on the
/// thread that calls.
public final class FakeChat implements Chat {
    private final JoinRequest request;
    private final Consumer<Event> listener;
    private final AtomicInteger olderAsked = new AtomicInteger();
    private final AtomicInteger keys = new AtomicInteger();
    private final AtomicInteger ids = new AtomicInteger();
    private final List<String> calls = new ArrayList<>();
    private final List<Command> commands = new ArrayList<>();
    private final FakeRooms rooms = new FakeRooms(this);
    private Function<HistoryRequest, CompletionStage<HistoryPage>> historian =
            asked -> new CompletableFuture<>();
    private Function<SearchRequest, CompletionStage<SearchAnswer>> searcher =
            asked -> new CompletableFuture<>();
    private Optional<CompletionStage<Accepted>> answer = Optional.empty();
    private volatile ConnectionState state = new ConnectionState.Connecting(1);

    FakeChat(JoinRequest request, Consumer<Event> listener) {
        this.request = request;
        this.listener = listener;
    }

    public FakeRooms rooms() {
        return rooms;
    }

    int nextSeq() {
        return ids.incrementAndGet();
    }

    public JoinRequest request() {
        return request;
    }

    /// What was asked of it, like `send hello`, `retry m1`, `close`.
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    private synchronized void called(String call) {
        calls.add(call);
    }

    /// How often older messages were asked for.
    public int olderAsked() {
        return olderAsked.get();
    }

    /// How many keys were typed.
    public int keys() {
        return keys.get();
    }

    /// The commands handed in, in order.
    public synchronized List<Command> commands() {
        return List.copyOf(commands);
    }

    /// Has the host answer all commands so.
    public void answerCommandsWith(CompletionStage<Accepted> stage) {
        answer = Optional.of(stage);
    }

    public void onHistory(Function<HistoryRequest, CompletionStage<HistoryPage>> answer) {
        historian = answer;
    }

    public void onSearch(Function<SearchRequest, CompletionStage<SearchAnswer>> answer) {
        searcher = answer;
    }

    public void tell(Event event) {
        listener.accept(event);
    }

    public void become(ConnectionState now) {
        state = now;
        tell(new Event.ConnectionChanged(now));
    }

    public void goOnline() {
        become(new ConnectionState.Online(Abilities.HEARTH));
    }

    public static Person person(String name) {
        return name.isEmpty()
                ? Person.UNKNOWN
                : new Person(new PersonId("id of " + name), name, Role.MEMBER);
    }

    /// Someone else says something.
    ///
    /// @param name empty for nobody knows who
    public Message hear(String name, Instant at, String text) {
        return add(RoomId.LOBBY, person(name), at, text, false, Delivery.DELIVERED);
    }

    /// One's own message, at whatever stage.
    public Message own(Instant at, String text, Delivery delivery) {
        return own(RoomId.LOBBY, at, text, delivery);
    }

    private Message own(RoomId room, Instant at, String text, Delivery delivery) {
        return add(room, person(request.name()), at, text, true, delivery);
    }

    private Message add(
            RoomId room, Person from, Instant at, String text, boolean own, Delivery delivery) {
        var id = new EntryId("m" + ids.incrementAndGet());
        var message = new Message(id, room, OptionalLong.empty(), from, at, text, own, delivery);
        tell(new Event.MessageAdded(message));
        return message;
    }

    /// A message with a place in the log, as a Hearth host tells it.
    public Message said(String name, Instant at, String text, Details details) {
        Message message = placed(name, at, text, details);
        tell(new Event.MessageAdded(message));
        return message;
    }

    public Message said(String name, Instant at, String text) {
        return said(name, at, text, Details.NONE);
    }

    /// The same, not told.
    public Message placed(String name, Instant at, String text, Details details) {
        int seq = ids.incrementAndGet();
        return new Message(
                new EntryId("m" + seq),
                RoomId.LOBBY,
                OptionalLong.of(seq),
                person(name),
                at,
                text,
                name.equals(request.name()),
                Delivery.DELIVERED,
                details);
    }

    /// A message becomes another: edited, deleted, reacted to.
    public Message become(Message message, String text, Details details) {
        var changed =
                new Message(
                        message.id(),
                        message.room(),
                        message.seq(),
                        message.from(),
                        message.at(),
                        text,
                        message.own(),
                        message.delivery(),
                        details);
        tell(new Event.MessageChanged(changed));
        return changed;
    }

    /// Something happens to the room.
    public void happen(String name, Instant at, Payload payload) {
        int seq = ids.incrementAndGet();
        var id = new EntryId("e" + seq);
        tell(new Event.Happened(new Entry(RoomId.LOBBY, seq, id, person(name), at, payload)));
    }

    /// The host has let one in, and tells who is here.
    public void enter(String... names) {
        tell(new Event.Entered(person(request.name())));
        tell(
                new Event.PeopleChanged(
                        Stream.concat(Stream.of(request.name()), Stream.of(names))
                                .map(name -> new Presence(person(name), true, false))
                                .toList()));
    }

    public static Details answering(Message message) {
        return Details.answering(Optional.of(message.id()));
    }

    public static Details edited(Instant at) {
        return new Details(Optional.empty(), List.of(), Optional.of(at), false, Map.of());
    }

    public static Details deleted() {
        return new Details(Optional.empty(), List.of(), Optional.empty(), true, Map.of());
    }

    /// @param reactions like `👍 Amina Omar`
    public static Details reacted(String... reactions) {
        Map<String, Set<PersonId>> all = new LinkedHashMap<>();
        for (String reaction : reactions) {
            List<String> words = List.of(reaction.split(" "));
            Set<PersonId> people = new LinkedHashSet<>();
            words.stream().skip(1).map(name -> person(name).id()).forEach(people::add);
            all.put(words.getFirst(), people);
        }
        return new Details(Optional.empty(), List.of(), Optional.empty(), false, all);
    }

    public void change(Message message, Delivery delivery) {
        tell(new Event.MessageChanged(message.with(delivery)));
    }

    @Override
    public ConnectionState state() {
        return state;
    }

    @Override
    public RoomSession room(RoomId id) {
        rooms.opened(id);
        return new RoomSession() {
            @Override
            public RoomId id() {
                return id;
            }

            @Override
            public EntryId send(String text) {
                return FakeChat.this.send(id, text);
            }

            @Override
            public void showOlder() {
                olderAsked.incrementAndGet();
            }

            @Override
            public void typing() {
                keys.incrementAndGet();
            }

            @Override
            public void read(long seq) {
                called("read " + id + " " + seq);
            }
        };
    }

    private EntryId send(RoomId room, String text) {
        if (Limits.TEXT_BYTES.isPassedBy(text)) {
            throw new HearthException(ErrorCode.TOO_LONG, "This message is too long.");
        }
        called(room.equals(RoomId.LOBBY) ? "send " + text : "send " + room + " " + text);
        Message message = own(room, FakeWorld.NOW, text, Delivery.SENDING);
        if (state instanceof ConnectionState.Online) {
            change(message, Delivery.DELIVERED);
        }
        return message.id();
    }

    @Override
    public void retry(EntryId id) {
        called("retry " + id);
    }

    @Override
    public void discard(EntryId id) {
        called("discard " + id);
        tell(new Event.MessageRemoved(id));
    }

    @Override
    public CompletionStage<Accepted> submit(Command command) {
        called("submit " + command.getClass().getSimpleName());
        synchronized (this) {
            commands.add(command);
        }
        if (answer.isPresent()) {
            return answer.get();
        }
        return rooms.handle(command)
                .map(CompletableFuture::completedStage)
                .orElseGet(CompletableFuture::new);
    }

    @Override
    public CompletionStage<HistoryPage> history(HistoryRequest asked) {
        return historian.apply(asked);
    }

    @Override
    public CompletionStage<SearchAnswer> search(SearchRequest asked) {
        return searcher.apply(asked);
    }

    @Override
    public void reconnectNow() {
        called("reconnectNow");
    }

    @Override
    public void close() {
        called("close");
        become(new ConnectionState.Closed());
    }
}
