package dev.hearth.client.replica;

import dev.hearth.client.outbox.ChatContext;
import dev.hearth.protocol.Events;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells the host how far this person has read. How far that is in each room, [CountedRoom] knows;
/// here is only which rooms the host has to be told of. While there is no host nothing gathers: on
/// entering, the host says for each room which mark it has. Confined to the chat's loop.
final class ReadMarks {
    /// A person who scrolls reads on and on: the host gets the last mark of a moment.
    private static final Duration EVERY = Duration.ofMillis(300);

    private final ChatContext context;
    private final Set<RoomView> unsent = new LinkedHashSet<>();
    private boolean entered;
    private boolean sending;

    ReadMarks(ChatContext context) {
        this.context = context;
    }

    void entered() {
        entered = true;
    }

    void cut() {
        entered = false;
        unsent.clear();
    }

    /// The host has the mark `seq` of a room.
    void hostHas(RoomView view, long seq) {
        if (view.counted().readSeq() > seq) {
            send(view);
        } else {
            unsent.remove(view);
        }
    }

    /// This person has read further here.
    void send(RoomView view) {
        if (!entered) {
            return;
        }
        unsent.add(view);
        if (!sending) {
            sending = true;
            context.after(EVERY, this::sendNow);
        }
    }

    void forget(RoomView view) {
        unsent.remove(view);
    }

    private void sendNow() {
        sending = false;
        List<RoomView> now = List.copyOf(unsent);
        unsent.clear();
        for (RoomView view : now) {
            context.say(
                    Events.READ,
                    Map.of("room", view.room().value(), "seq", view.counted().readSeq()));
        }
    }
}
