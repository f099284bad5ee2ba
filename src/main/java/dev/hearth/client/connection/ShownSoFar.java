package dev.hearth.client.connection;

import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.Event;
import dev.hearth.model.Message;
import dev.hearth.model.RoomId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Passes the events of one connection on, and remembers what has to be taken back when that
/// connection is given up. Confined to the chat's loop.
final class ShownSoFar implements Consumer<Event> {
    private final Consumer<Event> listener;
    private final Set<RoomId> rooms = new LinkedHashSet<>();
    private final Map<EntryId, Message> pending = new LinkedHashMap<>();
    private boolean over;

    ShownSoFar(Consumer<Event> listener) {
        this.listener = listener;
    }

    @Override
    public void accept(Event event) {
        if (over) {
            return;
        }
        switch (event) {
            case Event.MessageAdded(var message) -> note(message);
            case Event.MessageChanged(var message) -> note(message);
            case Event.MessageRemoved(var id) -> pending.remove(id);
            case Event.OlderMessages(var room, var _, var _) -> rooms.add(room);
            case Event.RoomReset(var room) -> rooms.remove(room);
            case Event.RoomGone(var room) -> rooms.remove(room);
            case Event.Happened(var entry) -> rooms.add(entry.room());
            case Event.RoomsChanged _,
                    Event.ActivityChanged _,
                    Event.PeopleChanged _,
                    Event.Typing _,
                    Event.ReadUpTo _,
                    Event.Entered _,
                    Event.CommandFailed _,
                    Event.Noticed _,
                    Event.ChatNamed _,
                    Event.ConnectionChanged _ -> {}
        }
        listener.accept(event);
    }

    private void note(Message message) {
        if (message.delivery() instanceof Delivery.Delivered) {
            rooms.add(message.room());
            pending.remove(message.id());
        } else {
            pending.put(message.id(), message);
        }
    }

    boolean isPending(EntryId id) {
        return pending.containsKey(id);
    }

    /// The own messages that no server has confirmed, and that their person has to decide about
    /// when this connection is given up.
    List<Message> unconfirmed() {
        return pending.values().stream()
                .map(
                        message ->
                                message.delivery() instanceof Delivery.Failed
                                        ? message
                                        : message.with(Delivery.NOT_CONFIRMED))
                .toList();
    }

    /// Passes nothing on any more, and takes back what is shown. Where the listener fails over it,
    /// the next call takes back the rest.
    void end() {
        over = true;
        for (EntryId id : List.copyOf(pending.keySet())) {
            listener.accept(new Event.MessageRemoved(id));
            pending.remove(id);
        }
        for (RoomId room : List.copyOf(rooms)) {
            listener.accept(new Event.RoomReset(room));
            rooms.remove(room);
        }
    }
}
