package dev.hearth.app;

import dev.hearth.model.ConnectionState;
import dev.hearth.model.EntryId;
import dev.hearth.model.Event;
import dev.hearth.model.Message;
import dev.hearth.model.Person;
import dev.hearth.model.RoomActivity;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Everything that a window could show of a joined chat: the fold of its events, and of what they
/// may never do. Thread-safe.
final class Mirror implements Consumer<Event> {
    private final Map<RoomId, Map<EntryId, Message>> rooms = new HashMap<>();
    private final Map<RoomId, RoomHead> heads = new HashMap<>();
    private final Map<RoomId, RoomActivity> activities = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private @Nullable ConnectionState state;
    private boolean wasIn;
    private @Nullable Person you;

    @Override
    public synchronized void accept(Event event) {
        switch (event) {
            case Event.MessageAdded(Message message) -> add(message);
            case Event.OlderMessages(RoomId _, List<Message> older, boolean _) ->
                    older.forEach(this::add);
            case Event.MessageChanged(Message message) -> change(message);
            case Event.MessageRemoved(EntryId id) ->
                    rooms.values().forEach(room -> room.remove(id));
            case Event.RoomReset(RoomId room) -> keepWhatIsOnItsWay(room);
            case Event.RoomGone(RoomId room) -> {
                keepWhatIsOnItsWay(room);
                heads.remove(room);
            }
            case Event.RoomsChanged(List<RoomHead> changed) ->
                    changed.forEach(head -> heads.put(head.id(), head));
            case Event.ConnectionChanged(ConnectionState now) -> {
                state = now;
                wasIn |= now instanceof ConnectionState.Online;
            }
            case Event.Entered(Person person) -> you = person;
            case Event.ActivityChanged(List<RoomActivity> changed) ->
                    changed.forEach(activity -> activities.put(activity.room(), activity));
            case Event.Happened _,
                    Event.PeopleChanged _,
                    Event.Typing _,
                    Event.ReadUpTo _,
                    Event.CommandFailed _,
                    Event.Noticed _,
                    Event.ChatNamed _ -> {}
        }
    }

    private void keepWhatIsOnItsWay(RoomId room) {
        room(room).values().removeIf(message -> message.seq().isPresent());
    }

    private void add(Message message) {
        Message before = room(message.room()).putIfAbsent(message.id(), message);
        if (before != null) {
            faults.add("shown twice: " + message + " after " + before);
        }
    }

    private void change(Message message) {
        if (room(message.room()).replace(message.id(), message) == null) {
            faults.add("changed before shown: " + message);
        }
    }

    private Map<EntryId, Message> room(RoomId room) {
        return rooms.computeIfAbsent(room, _ -> new LinkedHashMap<>());
    }

    /// The confirmed messages of a room, by their place in the log.
    synchronized List<Message> confirmed(RoomId room) {
        return rooms.getOrDefault(room, Map.of()).values().stream()
                .filter(message -> message.seq().isPresent())
                .sorted(Comparator.comparingLong(message -> message.seq().orElseThrow()))
                .toList();
    }

    /// Own messages that have no place in the log yet.
    synchronized List<Message> open() {
        return rooms.values().stream()
                .flatMap(room -> room.values().stream())
                .filter(message -> message.seq().isEmpty())
                .toList();
    }

    synchronized Map<RoomId, RoomHead> heads() {
        return Map.copyOf(heads);
    }

    synchronized Map<RoomId, RoomActivity> activities() {
        return Map.copyOf(activities);
    }

    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    /// Whether this program has been in the chat since it was started.
    synchronized boolean wasIn() {
        return wasIn;
    }

    synchronized Optional<ConnectionState> state() {
        return Optional.ofNullable(state);
    }

    synchronized Optional<Person> you() {
        return Optional.ofNullable(you);
    }
}
