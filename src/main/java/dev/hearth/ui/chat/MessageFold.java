package dev.hearth.ui.chat;

import dev.hearth.model.EntryId;
import dev.hearth.model.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ObservableList;

/// Brings what happened to messages into the one list that the timeline shows, with as few changes
/// of the list as it can: what is added in a batch is added together. FX thread only.
final class MessageFold {
    private final ObservableList<Message> messages;

    /// Added since the last [#flush], and where each stands among them.
    private final List<Message> added = new ArrayList<>();

    private final Map<EntryId, Integer> addedAt = new HashMap<>();

    MessageFold(ObservableList<Message> messages) {
        this.messages = messages;
    }

    void add(Message message) {
        addedAt.put(message.id(), added.size());
        added.add(message);
    }

    void change(Message message) {
        Integer waiting = addedAt.get(message.id());
        if (waiting != null) {
            added.set(waiting, message);
            return;
        }
        int index = indexOf(message.id());
        if (index >= 0) {
            messages.set(index, message);
        }
    }

    void remove(EntryId id) {
        flush();
        int index = indexOf(id);
        if (index >= 0) {
            messages.remove(index);
        }
    }

    void flush() {
        if (!added.isEmpty()) {
            messages.addAll(added);
            added.clear();
            addedAt.clear();
        }
    }

    /// Looks from the end: what changes is young.
    private int indexOf(EntryId id) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (messages.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
