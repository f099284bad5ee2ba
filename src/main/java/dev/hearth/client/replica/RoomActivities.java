package dev.hearth.client.replica;

import dev.hearth.client.outbox.ChatContext;
import dev.hearth.log.Batch.ReadMark;
import dev.hearth.model.Entry;
import dev.hearth.model.Event;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is unread in each room that is known and what its newest message is, whether the room is
/// open or not. How far this person has read is kept on disk, and the host gets to know it.
/// Confined to the chat's loop.
///
/// Changes are told together, a moment after the first of them. What has to be counted from the log
/// is counted one room after the other, so that other work of the disk comes between.
final class RoomActivities {
    private static final Duration MOMENT = Duration.ofMillis(100);

    private final ChatContext context;
    private final ReplicaWriter writer;
    private final RoomProjection projection;
    private final KnownRooms rooms;
    private final ReadMarks marks;
    private final Set<RoomView> changed = new LinkedHashSet<>();

    /// To be counted from the log.
    private final Set<RoomView> stale = new LinkedHashSet<>();

    private boolean telling;
    private boolean counting;

    RoomActivities(
            ChatContext context,
            ReplicaWriter writer,
            RoomProjection projection,
            KnownRooms rooms) {
        this.context = context;
        this.writer = writer;
        this.projection = projection;
        this.rooms = rooms;
        marks = new ReadMarks(context);
    }

    /// The host takes marks from now on.
    void entered() {
        marks.entered();
    }

    void cut() {
        marks.cut();
    }

    /// What is kept from before: told as it is counted.
    ///
    /// @param newest up to where in the log of each room something is kept
    /// @param read how far this person had read
    void restore(Map<RoomId, Long> newest, Map<RoomId, Long> read) {
        newest.forEach((id, seq) -> rooms.find(id).ifPresent(view -> kept(view, seq)));
        read.forEach((id, seq) -> rooms.find(id).ifPresent(view -> view.counted().read(seq)));
        countNext();
    }

    private void kept(RoomView view, long seq) {
        view.counted().kept(seq);
        stale.add(view);
    }

    /// What is known of a room changed.
    void head(RoomView view, RoomHead head) {
        if (rooms.isKnown(view)) {
            boolean further = view.counted().reaches(head.lastSeq());
            if (raise(view, head.readSeq()) || further) {
                changed(view);
            }
        }
    }

    /// The host says which mark it has of this person.
    void hostHas(RoomView view, long seq) {
        if (rooms.isKnown(view)) {
            marks.hostHas(view, seq);
        }
    }

    /// The next entry of a room, in the order of its log.
    void take(RoomView view, Entry entry) {
        if (rooms.isKnown(view)) {
            view.counted().take(entry, projection.you());
            changed(view);
        }
    }

    /// This person has read a known room up to `seq`.
    void read(RoomView view, long seq) {
        if (raise(view, seq)) {
            marks.send(view);
            changed(view);
        }
    }

    /// Somebody has read: where that is this person, on another computer, it counts here too.
    void readBy(PersonId person, RoomView view, long seq) {
        boolean own = projection.you().map(it -> it.id().equals(person)).orElse(false);
        if (own && raise(view, seq)) {
            changed(view);
        }
    }

    private boolean raise(RoomView view, long seq) {
        boolean further = view.counted().read(seq);
        if (further) {
            projection
                    .you()
                    .map(Person::id)
                    .ifPresent(you -> writer.mark(new ReadMark(you, view.room(), seq)));
        }
        return further;
    }

    /// Counts the room anew. How far its log reaches, and how far this person has read, still
    /// holds.
    void reset(RoomView view) {
        view.count(view.counted().restarted());
        changed(view);
    }

    /// The room is gone, or has another log.
    void forget(RoomView view) {
        view.count(new CountedRoom(view.room()));
        changed.remove(view);
        stale.remove(view);
        marks.forget(view);
    }

    private void changed(RoomView view) {
        changed.add(view);
        if (view.counted().isStale()) {
            stale.add(view);
        }
        if (!telling) {
            telling = true;
            context.after(MOMENT, this::tell);
        }
    }

    private void tell() {
        telling = false;
        List<RoomView> now = new ArrayList<>(changed);
        changed.clear();
        if (!now.isEmpty()) {
            context.tell(
                    new Event.ActivityChanged(
                            now.stream()
                                    .map(view -> view.counted().activity(projection::message))
                                    .toList()));
        }
        countNext();
    }

    private void countNext() {
        if (counting || stale.isEmpty()) {
            return;
        }
        RoomView next = stale.iterator().next();
        stale.remove(next);
        count(next, next.counted());
    }

    private void count(RoomView view, CountedRoom room) {
        counting = true;
        room.recounting();
        long read = room.readSeq();
        long upTo = room.counted();
        Person you = projection.you().orElse(Person.UNKNOWN);
        writer.read(
                kept -> kept.tally(view.room(), read, upTo, you),
                tally -> {
                    counting = false;
                    // Not the count of what took its place: another log, or the room was left.
                    if (view.counted() == room) {
                        room.recounted(tally, read);
                        tally.ifPresent(_ -> changed(view));
                    }
                    countNext();
                });
    }
}
