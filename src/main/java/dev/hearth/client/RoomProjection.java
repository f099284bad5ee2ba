package dev.hearth.client;

import dev.hearth.client.Replica.Tail;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.Event;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.Message;
import dev.hearth.model.Payload;
import dev.hearth.model.Payload.Erased;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Person;
import dev.hearth.model.RoomId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells what entries mean for what is shown, once they are in order. Confined to the chat's loop.
final class RoomProjection {
    private final DialectContext context;
    private final ReplicaWriter writer;
    private Optional<Person> you = Optional.empty();

    /// Own messages that are shown already, though their turn in the log has not come.
    private final Map<EntryId, RoomId> early = new HashMap<>();

    private record Found(Optional<FoldedMessage> message, long asOf) {}

    RoomProjection(DialectContext context, ReplicaWriter writer) {
        this.context = context;
        this.writer = writer;
    }

    void setYou(Person person) {
        you = Optional.of(person);
    }

    Optional<Person> you() {
        return you;
    }

    boolean isYou(Person person) {
        return you.map(it -> it.id().equals(person.id())).orElse(false);
    }

    Message message(FoldedMessage folded) {
        return Message.of(folded, isYou(folded.from()));
    }

    /// Shows what was kept of a room.
    void restore(RoomView view, Tail tail) {
        view.feed().restore(tail.newest(), tail.oldest());
        for (FoldedMessage message : tail.messages()) {
            view.shown().show(message, tail.newest().after());
            context.tell(new Event.MessageAdded(message(message)));
        }
    }

    /// An own message that is shown is in the log.
    void isEarly(Message pending) {
        early.put(pending.id(), pending.room());
    }

    /// Whether its turn has not come yet.
    boolean waits(EntryId id) {
        return early.containsKey(id);
    }

    /// Nothing that was shown of the room counts any more.
    void reset(RoomView view) {
        early.values().removeIf(view.room()::equals);
        view.reset();
        context.tell(new Event.RoomReset(view.room()));
    }

    /// Keeps the next entry of a room and tells of it, where the room is open.
    void show(RoomView view, Entry entry) {
        writer.keep(entry);
        if (!view.open) {
            return;
        }
        Payload payload = entry.payload();
        Optional<EntryId> about = payload.about();
        if (payload instanceof Posted || (payload instanceof Erased && about.isEmpty())) {
            posted(view, entry);
        } else if (about.isPresent()) {
            happened(view, entry, about.get());
        } else {
            context.tell(new Event.Happened(entry));
        }
    }

    private void posted(RoomView view, Entry entry) {
        Message message = message(view.shown().show(entry));
        context.tell(
                early.remove(entry.id()) == null
                        ? new Event.MessageAdded(message)
                        : new Event.MessageChanged(message));
    }

    private void happened(RoomView view, Entry entry, EntryId of) {
        List<Entry> looking = view.lookups.get(of);
        if (looking != null) {
            looking.add(entry);
        } else if (view.shown().has(of)) {
            view.shown()
                    .apply(entry, of)
                    .ifPresent(now -> context.tell(new Event.MessageChanged(message(now))));
        } else if (writer.isOpen()) {
            view.lookups.put(of, new ArrayList<>(List.of(entry)));
            lookUp(view, of);
        }
    }

    /// A message that is not remembered, but may be shown.
    private void lookUp(RoomView view, EntryId of) {
        int era = view.era();
        writer.read(
                kept -> new Found(kept.message(view.room(), of), kept.lastSeq(view.room())),
                found -> {
                    if (view.era() == era) {
                        found.ifPresent(it -> found(view, of, it));
                        view.lookups.remove(of);
                    }
                });
    }

    private void found(RoomView view, EntryId of, Found found) {
        found.message()
                .filter(message -> message.seq() >= view.feed().oldest())
                .ifPresent(
                        message -> {
                            FoldedMessage now = message;
                            view.shown().show(message, found.asOf());
                            for (Entry entry : view.lookups.getOrDefault(of, List.of())) {
                                now = view.shown().apply(entry, of).orElse(now);
                            }
                            context.tell(new Event.MessageChanged(message(now)));
                        });
    }

    /// Tells of messages from before the oldest that is shown.
    ///
    /// @param from from where on everything is shown now
    void showOlder(RoomView view, List<FoldedMessage> messages, long asOf, long from) {
        view.feed().setOldest(from);
        List<Message> older = new ArrayList<>();
        for (FoldedMessage each : messages) {
            view.shown().show(each, asOf);
            if (early.remove(each.id()) == null) {
                older.add(message(each));
            } else {
                context.tell(new Event.MessageChanged(message(each)));
            }
        }
        context.tell(new Event.OlderMessages(view.room(), older, from > 1));
    }
}
