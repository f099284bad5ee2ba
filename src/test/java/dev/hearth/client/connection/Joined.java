package dev.hearth.client.connection;

import dev.hearth.client.Chat;
import dev.hearth.client.JoinRequest;
import dev.hearth.client.JoinedFolders;
import dev.hearth.client.RoomSession;
import dev.hearth.client.dialect.DialectList;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.Event;
import dev.hearth.model.Message;
import dev.hearth.model.Person;
import dev.hearth.model.RoomActivity;
import dev.hearth.model.RoomId;
import dev.hearth.testkit.Patience;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// A real chat with what a window would hold of it: the fold of its events. Thread-safe.
final class Joined implements AutoCloseable {
    private final List<Event> events = new ArrayList<>();
    private final List<String> threads = new ArrayList<>();
    private Map<EntryId, Message> messages = new LinkedHashMap<>();
    private final Chat chat;
    private final boolean keeps;
    private volatile Consumer<Event> trap = _ -> {};

    private Joined(JoinRequest request, JoinedFolders folders, DialectList dialects) {
        keeps = !folders.equals(JoinedFolders.NONE);
        chat =
                new SocketIoConnector(InstantSource.system(), folders, dialects)
                        .join(request, this::heard);
    }

    static Joined to(JoinRequest request, DialectList dialects) {
        return new Joined(request, JoinedFolders.NONE, dialects);
    }

    static Joined to(JoinRequest request, JoinedFolders folders, DialectList dialects) {
        return new Joined(request, folders, dialects);
    }

    static Joined to(URI server) {
        return to(new JoinRequest(server, ""));
    }

    static Joined to(JoinRequest request) {
        return new Joined(request, JoinedFolders.NONE, DialectList.all());
    }

    static Joined to(JoinRequest request, JoinedFolders folders) {
        return new Joined(request, folders, DialectList.all());
    }

    /// From now on run with each event before it is taken, on the chat's loop; what it throws is
    /// what the listener throws.
    void trap(Consumer<Event> with) {
        trap = with;
    }

    private synchronized void heard(Event event) {
        trap.accept(event);
        events.add(event);
        threads.add(Thread.currentThread().getName());
        switch (event) {
            case Event.MessageAdded(var message) -> {
                if (messages.put(message.id(), message) != null) {
                    throw new AssertionError("shown twice: " + message);
                }
            }
            case Event.MessageChanged(var message) -> {
                if (messages.put(message.id(), message) == null) {
                    throw new AssertionError("changed before shown: " + message);
                }
            }
            case Event.MessageRemoved(var id) -> messages.remove(id);
            case Event.OlderMessages(var _, var older, var _) -> putBefore(older);
            case Event.RoomReset(var room) -> dropConfirmed(room);
            case Event.RoomGone(var room) -> dropConfirmed(room);
            case Event _ -> {}
        }
    }

    private void dropConfirmed(RoomId room) {
        messages.values()
                .removeIf(
                        message ->
                                message.room().equals(room)
                                        && message.delivery() instanceof Delivery.Delivered);
    }

    private void putBefore(List<Message> older) {
        Map<EntryId, Message> all = new LinkedHashMap<>();
        older.forEach(message -> all.put(message.id(), message));
        messages.forEach(
                (id, message) -> {
                    if (all.put(id, message) != null) {
                        throw new AssertionError("shown twice: " + message);
                    }
                });
        messages = all;
    }

    Chat chat() {
        return chat;
    }

    RoomSession lobby() {
        return chat.room(RoomId.LOBBY);
    }

    synchronized List<Event> events() {
        return List.copyOf(events);
    }

    synchronized List<String> threads() {
        return threads.stream().distinct().toList();
    }

    synchronized List<Message> messages() {
        return List.copyOf(messages.values());
    }

    /// What the host has confirmed, in the order of the log.
    List<Message> confirmed() {
        return messages().stream()
                .filter(message -> message.delivery() instanceof Delivery.Delivered)
                .sorted(Comparator.comparingLong(message -> message.seq().orElse(-1)))
                .toList();
    }

    <E extends Event> List<E> events(Class<E> kind) {
        return events().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<String> texts() {
        return messages().stream().map(Message::text).toList();
    }

    synchronized List<ConnectionState> states() {
        return events.stream()
                .filter(Event.ConnectionChanged.class::isInstance)
                .map(event -> ((Event.ConnectionChanged) event).state())
                .toList();
    }

    synchronized Message message(EntryId id) {
        Message message = messages.get(id);
        if (message == null) {
            throw new AssertionError("no message " + id);
        }
        return message;
    }

    /// Who one is, as the host last said.
    Person you() {
        return events(Event.Entered.class).getLast().you();
    }

    void awaitRoom(RoomId room) {
        Patience.await()
                .until(
                        () ->
                                events(Event.RoomsChanged.class).stream()
                                        .flatMap(event -> event.rooms().stream())
                                        .anyMatch(head -> head.id().equals(room)));
    }

    /// What was last told of what goes on in a room.
    Optional<RoomActivity> activity(RoomId room) {
        return events(Event.ActivityChanged.class).stream()
                .flatMap(event -> event.rooms().stream())
                .filter(each -> each.room().equals(room))
                .reduce((_, later) -> later);
    }

    RoomActivity awaitActivity(RoomId room, Predicate<RoomActivity> wanted) {
        return Patience.await()
                .until(() -> activity(room), found -> found.filter(wanted).isPresent())
                .orElseThrow();
    }

    /// The texts of a room in the order in which a window shows them.
    List<String> texts(RoomId room) {
        return messages().stream()
                .filter(message -> message.room().equals(room))
                .map(Message::text)
                .toList();
    }

    /// Every message of a room that was told as one that was not shown before.
    List<EntryId> told(RoomId room) {
        List<EntryId> told = new ArrayList<>();
        for (Event event : events()) {
            switch (event) {
                case Event.MessageAdded(var message) when message.room().equals(room) ->
                        told.add(message.id());
                case Event.OlderMessages(var in, var older, var _) when in.equals(room) ->
                        older.forEach(message -> told.add(message.id()));
                case Event _ -> {}
            }
        }
        return told;
    }

    <S extends ConnectionState> S await(Class<S> kind) {
        return kind.cast(awaitState(kind::isInstance));
    }

    /// Waits until the chat is in a wanted state and has told so.
    ConnectionState awaitState(Predicate<ConnectionState> wanted) {
        return Patience.await().until(chat::state, now -> wanted.test(now) && isTold(wanted));
    }

    private boolean isTold(Predicate<ConnectionState> wanted) {
        List<ConnectionState> told = states();
        return !told.isEmpty() && wanted.test(told.getLast());
    }

    Joined online() {
        await(ConnectionState.Online.class);
        return this;
    }

    /// Waits until that many messages are shown, in whatever state of delivery.
    List<Message> awaitMessages(int count) {
        return Patience.await().until(this::messages, list -> list.size() >= count);
    }

    Message awaitDelivery(EntryId id, Class<? extends Delivery> kind) {
        return Patience.await()
                .until(
                        () ->
                                messages().stream()
                                        .filter(message -> message.id().equals(id))
                                        .findFirst(),
                        found -> found.isPresent() && kind.isInstance(found.get().delivery()))
                .orElseThrow();
    }

    /// Sends and waits for the server's word.
    Message say(String text) {
        return awaitDelivery(lobby().send(text), Delivery.Delivered.class);
    }

    /// Leaves, while the rest of the test looks on.
    void leave() {
        chat.close();
    }

    /// Where something is kept, until its files are closed.
    @Override
    public void close() {
        chat.close();
        if (keeps) {
            await(ConnectionState.Closed.class);
        }
    }
}
