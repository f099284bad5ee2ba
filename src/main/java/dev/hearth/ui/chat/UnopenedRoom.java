package dev.hearth.ui.chat;

import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.Message;
import dev.hearth.model.PersonId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the chat does not tell again when a room is opened: the person's own messages that were on
/// their way into it, and how far others have read. FX thread only.
final class UnopenedRoom {
    private final Map<EntryId, Message> messages = new LinkedHashMap<>();
    private final Map<PersonId, Long> readUpTo = new HashMap<>();

    /// @return whether it is new here
    boolean added(Message message) {
        return messages.put(message.id(), message) == null;
    }

    void changed(Message message) {
        messages.replace(message.id(), message);
    }

    void removed(EntryId id) {
        messages.remove(id);
    }

    void readBy(PersonId person, long seq) {
        readUpTo.merge(person, seq, Math::max);
    }

    /// The log is another now; what is on its way into the room stays.
    void reset() {
        messages.values().removeIf(it -> it.delivery() instanceof Delivery.Delivered);
        readUpTo.clear();
    }

    void handOver(RoomViewModel opened) {
        messages.values().forEach(opened::added);
        readUpTo.forEach(opened::readBy);
    }
}
