package dev.hearth.client;

import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.Event;
import dev.hearth.model.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// One's own messages until the server has confirmed them and their echo has come back, in the
/// order in which they were written. Every change is told. Confined to the chat's loop.
final class PlainOutbox {
    /// One own message.
    static final class Pending {
        private Message message;
        private int sendings;
        private boolean onWire;

        /// Whether the server would know it again, however often it came.
        private boolean repeatable = true;

        private Pending(Message message) {
            this.message = message;
        }

        Message message() {
            return message;
        }

        EntryId id() {
            return message.id();
        }

        /// How many times it was sent.
        int sendings() {
            return sendings;
        }

        boolean isSending() {
            return message.delivery() instanceof Delivery.Sending;
        }

        /// Sent on the connection that is open now.
        boolean isOnWire() {
            return onWire;
        }

        boolean isRepeatable() {
            return repeatable;
        }

        /// @param withId whether the server was told an id by which it knows the message again
        void sent(boolean withId) {
            sendings++;
            onWire = true;
            repeatable &= withId;
        }

        /// The connection it was sent on is gone.
        void cut() {
            onWire = false;
        }
    }

    private final Consumer<Event> listener;
    private final Map<EntryId, Pending> messages = new LinkedHashMap<>();

    PlainOutbox(Consumer<Event> listener) {
        this.listener = listener;
    }

    Pending add(Message message) {
        Pending pending = new Pending(message);
        messages.put(message.id(), pending);
        listener.accept(new Event.MessageAdded(message));
        return pending;
    }

    /// Takes one that is shown already.
    void adopt(Message message) {
        messages.put(message.id(), new Pending(message));
    }

    Optional<Pending> find(EntryId id) {
        return Optional.ofNullable(messages.get(id));
    }

    /// A copy, so that what is done with each may change the outbox.
    List<Pending> all() {
        return new ArrayList<>(messages.values());
    }

    /// The message whose echo this text may be: the oldest that is on the wire, else the oldest
    /// that was ever sent.
    Optional<Pending> echoed(String text, String ownName) {
        Pending sentBefore = null;
        for (Pending pending : messages.values()) {
            if (pending.sendings > 0
                    && !(pending.message.delivery() instanceof Delivery.Failed)
                    && isEcho(pending.message.text(), text, ownName)) {
                if (pending.onWire) {
                    return Optional.of(pending);
                }
                sentBefore = sentBefore == null ? pending : sentBefore;
            }
        }
        return Optional.ofNullable(sentBefore);
    }

    private static boolean isEcho(String own, String heard, String ownName) {
        return heard.equals(own)
                || (!ownName.isEmpty()
                        && heard.length() == ownName.length() + 2 + own.length()
                        && heard.equals(ownName + ": " + own));
    }

    void change(Pending pending, Delivery delivery) {
        change(pending, pending.message.with(delivery));
    }

    void change(Pending pending, Message message) {
        if (!message.equals(pending.message)) {
            pending.message = message;
            listener.accept(new Event.MessageChanged(message));
        }
    }

    /// Forgets a message that needs no more care.
    void settle(Pending pending) {
        messages.remove(pending.id());
    }

    void discard(Pending pending) {
        messages.remove(pending.id());
        listener.accept(new Event.MessageRemoved(pending.id()));
    }
}
