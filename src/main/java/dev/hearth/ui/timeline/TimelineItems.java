package dev.hearth.ui.timeline;

import dev.hearth.model.Delivery;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Brings what happened into the one list that is shown, with as few changes of the list as it can:
/// what is added in a batch is added together. FX thread only.
final class TimelineItems {
    private final ObservableList<Item> items = FXCollections.observableArrayList();

    /// Every message there is, as it is now.
    private final Map<EntryId, Message> messages = new HashMap<>();

    /// Added since the last [#flush], and where each stands among them.
    private final List<Item> added = new ArrayList<>();

    private final Map<EntryId, Integer> addedAt = new HashMap<>();

    /// Shown, and another since the last [#flush]: each is set once, however often it changed.
    private final Map<EntryId, Item> changed = new LinkedHashMap<>();

    private boolean ordered;

    /// Whether a message's number is its place for good: a plain server that is started again may
    /// count from one again, and what it says then comes last all the same.
    void ordered(boolean now) {
        ordered = now;
    }

    /// Oldest first; changes with each [#flush], and whenever something is taken away or put in
    /// another place.
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
        if (ordered && before.seq().isEmpty() && message.seq().isPresent()) {
            flush();
            settle(new Item.Said(message));
            return Optional.of(before);
        }
        Integer waiting = addedAt.get(message.id());
        if (waiting != null) {
            added.set(waiting, new Item.Said(message));
        } else {
            changed.put(message.id(), new Item.Said(message));
        }
        return Optional.of(before);
    }

    /// An own message has got its place in the log: it goes there, for others may have been faster.
    private void settle(Item.Said said) {
        int index = indexOf(said.id());
        if (index < 0) {
            return;
        }
        int place = placeOf(said.message().seq().orElse(0));
        if (place == index || place == index + 1) {
            items.set(index, said);
        } else {
            items.remove(index);
            items.add(place > index ? place - 1 : place, said);
        }
    }

    /// Where the entry `seq` belongs: after all that come before it in the log.
    private int placeOf(long seq) {
        int place = items.size();
        while (place > 0) {
            OptionalLong before = seqOf(items.get(place - 1));
            if (before.isPresent() && before.getAsLong() < seq) {
                return place;
            }
            place--;
        }
        return place;
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
        flush();
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
        List<Item> kept = items.stream().filter(TimelineItems::isPending).toList();
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
        changed.forEach(this::replace);
        changed.clear();
        if (added.isEmpty()) {
            return;
        }
        List<Item> batch = List.copyOf(added);
        added.clear();
        addedAt.clear();
        List<Item> placed = batch.stream().filter(TimelineItems::hasPlace).toList();
        if (placed.isEmpty()) {
            items.addAll(batch);
            return;
        }
        // What has its place in the log comes before what has none yet.
        int settled = settled();
        if (!ordered || isAfter(seqOf(placed.getFirst()), settled)) {
            items.addAll(settled, placed);
        } else {
            placed.forEach(item -> items.add(placeOf(seqOf(item).orElse(0)), item));
        }
        items.addAll(batch.stream().filter(item -> !hasPlace(item)).toList());
    }

    private void replace(EntryId id, Item item) {
        int index = indexOf(id);
        if (index >= 0) {
            items.set(index, item);
        }
    }

    /// Whether `seq` comes after whatever has its place before the index `end`.
    private boolean isAfter(OptionalLong seq, int end) {
        for (int i = end - 1; i >= 0; i--) {
            OptionalLong before = seqOf(items.get(i));
            if (before.isPresent()) {
                return before.getAsLong() < seq.orElse(0);
            }
        }
        return true;
    }

    /// The person's own last message, if it can be edited: nothing while a later one waits to go
    /// out.
    Optional<Message> lastEditable() {
        boolean waiting =
                items.stream()
                        .skip(settled())
                        .anyMatch(
                                item ->
                                        item instanceof Item.Said(Message message)
                                                && message.delivery() instanceof Delivery.Sending);
        return waiting ? Optional.empty() : lastOwn();
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

    /// The number of the oldest entry that is shown; empty where none has a number.
    OptionalLong oldest() {
        return items.stream()
                .map(TimelineItems::seqOf)
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
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
        return seqOf(item).isPresent();
    }

    private static OptionalLong seqOf(Item item) {
        return switch (item) {
            case Item.Said(Message message) -> message.seq();
            case Item.Noted(Entry entry) -> OptionalLong.of(entry.seq());
        };
    }
}
