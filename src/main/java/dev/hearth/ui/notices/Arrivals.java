package dev.hearth.ui.notices;

import dev.hearth.model.ConnectionState;
import dev.hearth.model.Event;
import dev.hearth.model.Mentions;
import dev.hearth.model.Message;
import dev.hearth.model.RoomActivity;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.ui.kit.Directory;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Finds the messages of others that are said while the person is connected, in rooms that are open
/// and in those that are not. What was said before, or during an outage, is no news: it is counted
/// as unread. FX thread only.
public final class Arrivals {
    private final Directory people;

    /// Up to where in its log a room has nothing new.
    private final Map<RoomId, Long> known = new HashMap<>();

    private final Map<RoomId, RoomActivity> activities = new HashMap<>();
    private final Map<RoomId, Arrival> fresh = new LinkedHashMap<>();
    private Consumer<Arrival> listener = arrival -> {};
    private boolean online;

    public Arrivals(Directory people) {
        this.people = people;
    }

    /// Has what arrives told to `teller`, of each room the latest message of a burst.
    public Subscription tell(Consumer<Arrival> teller) {
        listener = teller;
        return () -> listener = arrival -> {};
    }

    /// Looks at an event of the chat, in the order in which they come.
    public void take(Event event) {
        if (event instanceof Event.ConnectionChanged(ConnectionState state)) {
            online = state instanceof ConnectionState.Online;
        } else if (event instanceof Event.RoomsChanged(var heads)) {
            heads.forEach(this::head);
        } else if (event instanceof Event.RoomReset(RoomId room)) {
            known.remove(room);
            activities.remove(room);
        } else if (event instanceof Event.MessageAdded(Message message)) {
            said(message, false);
        } else if (event instanceof Event.ActivityChanged(var changed)) {
            changed.forEach(this::active);
        }
    }

    private void head(RoomHead head) {
        if (!online) {
            knowUpTo(head.id(), head.lastSeq());
        } else if (!known.containsKey(head.id())) {
            // A conversation that somebody begins is news; a room has a past.
            boolean direct = head.kind() == RoomKind.DIRECT;
            knowUpTo(head.id(), direct ? head.readSeq() : head.lastSeq());
        }
    }

    private void knowUpTo(RoomId room, long seq) {
        known.merge(room, seq, Math::max);
    }

    private void active(RoomActivity now) {
        @Nullable RoomActivity told = activities.put(now.room(), now);
        boolean again = now.lastSeq() < reached(now.room(), told);
        if (again) {
            known.put(now.room(), now.readSeq());
        }
        @Nullable RoomActivity before = again ? null : told;
        boolean called =
                before != null
                        && now.lastSeq() > before.lastSeq()
                        && now.mentions() > before.mentions();
        if (now.unread() > 0) {
            now.last().ifPresent(last -> said(last, called));
        }
    }

    /// Up to where the room's log was told of. A lower number after it is of another log: the
    /// server counts from the beginning again.
    private long reached(RoomId room, @Nullable RoomActivity told) {
        return told != null ? told.lastSeq() : online ? known.getOrDefault(room, 0L) : 0;
    }

    private void said(Message message, boolean called) {
        RoomId room = message.room();
        long seq = message.seq().orElse(Long.MAX_VALUE);
        if (!online || message.own() || seq <= known.getOrDefault(room, 0L)) {
            return;
        }
        message.seq().ifPresent(place -> knowUpTo(room, place));
        boolean calls =
                called || Mentions.call(message.text(), message.from(), people.you().name());
        if (!message.details().deleted()) {
            fresh.merge(
                    room, new Arrival(message, calls), (earlier, later) -> later.after(earlier));
        }
    }

    /// Tells what has arrived, when all events that came together were looked at.
    public void flush() {
        var now = fresh.values().stream().toList();
        fresh.clear();
        now.forEach(listener);
    }
}
