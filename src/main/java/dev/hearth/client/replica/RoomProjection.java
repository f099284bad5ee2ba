package dev.hearth.client.replica;

import dev.hearth.client.outbox.ChatContext;
import dev.hearth.client.replica.Replica.Tail;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.Event;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.Message;
import dev.hearth.model.Payload.MessagePayload;
import dev.hearth.model.Payload.RoomPayload;
import dev.hearth.model.Person;
import dev.hearth.model.RoomId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// Tells what entries mean for what is shown, once they are in order. Confined to the chat's loop.
final class RoomProjection {
    private final ChatContext context;
    private final ReplicaWriter writer;
    private Optional<Person> you = Optional.empty();
    private Function<FoldedMessage, Optional<Message>> own = _ -> Optional.empty();

    /// Own messages that are shown already, though their turn in the log has not come.
    private final Map<EntryId, RoomId> early = new HashMap<>();

    private record Found(Optional<FoldedMessage> message, long asOf) {}

    RoomProjection(ChatContext context, ReplicaWriter writer) {
        this.context = context;
        this.writer = writer;
    }

    void setYou(Person person) {
        you = Optional.of(person);
    }

    /// @param finder settles what waits for its answer, and gives the message as it is shown
    void settleWith(Function<FoldedMessage, Optional<Message>> finder) {
        own = finder;
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

    /// An own message that is shown is in the log, and its turn comes next.
    void isEarly(Message pending) {
        early.put(pending.id(), pending.room());
    }

    /// An own message that is shown is in the log at `seq`, and its turn comes later. Saying so at
    /// once lets nothing that happens to the room meanwhile find a message on its way that has
    /// arrived.
    void confirm(Message pending, long seq) {
        isEarly(pending);
        context.tell(new Event.MessageChanged(pending.confirmed(OptionalLong.of(seq))));
    }

    /// Nothing that was shown of the room counts any more.
    void reset(RoomView view) {
        forget(view);
        context.tell(new Event.RoomReset(view.room()));
    }

    /// The room is not to be seen any more. Own messages that were confirmed go with it: they are
    /// new when the room comes back.
    void gone(RoomView view) {
        forget(view);
        context.tell(new Event.RoomGone(view.room()));
    }

    private void forget(RoomView view) {
        early.values().removeIf(view.room()::equals);
        view.reset();
    }

    /// Keeps the next entry of a room and tells of it, where the room is open.
    void show(RoomView view, Entry entry) {
        writer.keep(entry);
        if (!view.open) {
            return;
        }
        switch (entry.payload()) {
            case MessagePayload payload ->
                    payload.about()
                            .ifPresentOrElse(
                                    of -> happened(view, entry, of), () -> posted(view, entry));
            case RoomPayload _ -> context.tell(new Event.Happened(entry));
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

    /// Tells of messages from before the oldest that is shown. Own ones among them may be shown
    /// already, also as on their way, when the program ended before it got the host's answer.
    ///
    /// @param from from where on everything is shown now
    void showOlder(RoomView view, List<FoldedMessage> messages, long asOf, long from) {
        view.feed().setOldest(from);
        List<Message> older = new ArrayList<>();
        for (FoldedMessage each : messages) {
            view.shown().show(each, asOf);
            boolean waited = own.apply(each).isPresent();
            if (early.remove(each.id()) == null && !waited) {
                older.add(message(each));
            } else {
                context.tell(new Event.MessageChanged(message(each)));
            }
        }
        context.tell(new Event.OlderMessages(view.room(), older, from > 1));
    }
}
