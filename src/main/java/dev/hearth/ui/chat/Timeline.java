package dev.hearth.ui.chat;

import dev.hearth.model.Delivery;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Brings what happened into the one list that is shown, with as few changes of the list as it can:
/// what is added in a batch is added together. FX thread only.
final class Timeline {
    private final ObservableList<Item> items = FXCollections.observableArrayList();

    /// Every message there is, as it is now.
    private final Map<EntryId, Message> messages = new HashMap<>();

    /// Added since the last [#flush], and where each stands among them.
    private final List<Item> added = new ArrayList<>();

    private final Map<EntryId, Integer> addedAt = new HashMap<>();

    /// Oldest first; changes with each [#flush], and whenever something else than an addition
    /// happens.
    ObservableList<Item> items() {
        return items;
    }

    Optional<Message> message(EntryId id) {
        return Optional.ofNullable(messages.get(id));
    }

    /// @return whether it is new here
    boolean add(Message message) {
        if (messages.containsKey(message.id())) {
            change(message);
            return false;
        }
        messages.put(message.id(), message);
        put(new Item.Said(message));
        return true;
    }

    void note(Entry entry) {
        put(new Item.Noted(entry));
    }

    private void put(Item item) {
        addedAt.put(item.id(), added.size());
        added.add(item);
    }

    /// @return what the message was before
    Optional<Message> change(Message message) {
        @Nullable Message before = messages.get(message.id());
        if (before == null) {
            return Optional.empty();
        }
        messages.put(message.id(), message);
        Integer waiting = addedAt.get(message.id());
        if (waiting != null) {
            added.set(waiting, new Item.Said(message));
        } else {
            int index = indexOf(message.id());
            if (index >= 0) {
                items.set(index, new Item.Said(message));
            }
        }
        return Optional.of(before);
    }

    void remove(EntryId id) {
        flush();
        messages.remove(id);
        int index = indexOf(id);
        if (index >= 0) {
            items.remove(index);
        }
    }

    /// Puts what is older than all there is before it, in one change.
    void prepend(List<Message> older) {
        List<Item> fresh = new ArrayList<>();
        for (Message message : older) {
            if (messages.putIfAbsent(message.id(), message) == null) {
                fresh.add(new Item.Said(message));
            }
        }
        items.addAll(0, fresh);
    }

    /// Takes everything away but what is still on its way.
    void reset() {
        flush();
        List<Item> kept = items.stream().filter(Timeline::isPending).toList();
        messages.clear();
        kept.forEach(
                item -> {
                    if (item instanceof Item.Said(Message message)) {
                        messages.put(message.id(), message);
                    }
                });
        items.setAll(kept);
    }

    void flush() {
        if (added.isEmpty()) {
            return;
        }
        List<Item> batch = List.copyOf(added);
        added.clear();
        addedAt.clear();
        int settled = settled();
        if (settled == items.size() || batch.stream().noneMatch(Timeline::hasPlace)) {
            items.addAll(batch);
        } else {
            // What has its place in the log comes before what has none yet.
            items.addAll(settled, batch.stream().filter(Timeline::hasPlace).toList());
            items.addAll(batch.stream().filter(item -> !hasPlace(item)).toList());
        }
    }

    /// The latest own message that the server has and that can still be changed.
    Optional<Message> lastOwn() {
        for (int i = items.size() - 1; i >= 0; i--) {
            if (items.get(i) instanceof Item.Said(Message message)
                    && message.own()
                    && message.delivery() instanceof Delivery.Delivered
                    && !message.details().deleted()) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }

    /// Where it stands, or -1. Looks from the end: what changes is young.
    int indexOf(EntryId id) {
        for (int i = items.size() - 1; i >= 0; i--) {
            if (items.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private int settled() {
        int end = items.size();
        while (end > 0 && isPending(items.get(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isPending(Item item) {
        return item instanceof Item.Said said && said.isPending();
    }

    private static boolean hasPlace(Item item) {
        return switch (item) {
            case Item.Said(Message message) -> message.seq().isPresent();
            case Item.Noted noted -> true;
        };
    }
}
