package dev.hearth.client;

import dev.hearth.log.Batch.ReadMark;
import dev.hearth.model.Entry;
import dev.hearth.model.Event;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import dev.hearth.protocol.Enter.Held;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is unread in each room and what its newest message is, whether the room is open or not.
/// Confined to the chat's loop.
///
/// Changes are told together, a moment after the first of them. What has to be counted from the log
/// is counted one room after the other, so that other work of the disk comes between.
final class RoomActivities {
    private static final Duration MOMENT = Duration.ofMillis(100);

    private final DialectContext context;
    private final ReplicaWriter writer;
    private final RoomProjection projection;
    private final Map<RoomId, CountedRoom> rooms = new HashMap<>();
    private final Set<RoomId> changed = new LinkedHashSet<>();

    /// To be counted from the log.
    private final Set<RoomId> stale = new LinkedHashSet<>();

    private boolean telling;
    private boolean counting;

    RoomActivities(DialectContext context, ReplicaWriter writer, RoomProjection projection) {
        this.context = context;
        this.writer = writer;
        this.projection = projection;
    }

    private CountedRoom room(RoomId id) {
        return rooms.computeIfAbsent(id, CountedRoom::new);
    }

    /// What is kept from before: told as it is counted.
    void restore(Map<RoomId, Held> held, Map<RoomId, Long> marks) {
        held.forEach((id, newest) -> room(id).kept(newest.after()));
        marks.forEach((id, seq) -> room(id).read(seq));
        stale.addAll(held.keySet());
        countNext();
    }

    /// What the host says of a room.
    void head(RoomHead head) {
        CountedRoom room = room(head.id());
        boolean further = room.reaches(head.lastSeq());
        if (room.read(head.readSeq()) || further) {
            changed(head.id());
        }
    }

    /// The next entry of a room, in the order of its log.
    void take(Entry entry) {
        room(entry.room()).take(entry, projection.you());
        changed(entry.room());
    }

    /// This person has read up to `seq`, here or elsewhere.
    void read(RoomId id, long seq) {
        if (room(id).read(seq)) {
            projection
                    .you()
                    .map(Person::id)
                    .ifPresent(you -> writer.mark(new ReadMark(you, id, seq)));
            changed(id);
        }
    }

    /// Somebody has read: where that is this person, on another computer, it counts here too.
    void readBy(PersonId person, RoomId id, long seq) {
        if (projection.you().map(it -> it.id().equals(person)).orElse(false)) {
            read(id, seq);
        }
    }

    /// Nothing of what came of the room counts any more, but how far this person has read.
    void reset(RoomId id) {
        CountedRoom before = room(id);
        CountedRoom fresh = new CountedRoom(id);
        fresh.read(before.readSeq());
        rooms.put(id, fresh);
        changed(id);
    }

    void forget(RoomId id) {
        rooms.remove(id);
        changed.remove(id);
        stale.remove(id);
    }

    void clear() {
        rooms.clear();
        changed.clear();
        stale.clear();
    }

    private void changed(RoomId id) {
        changed.add(id);
        if (room(id).isStale()) {
            stale.add(id);
        }
        if (!telling) {
            telling = true;
            context.after(MOMENT, this::tell);
        }
    }

    private void tell() {
        telling = false;
        List<RoomId> now = new ArrayList<>(changed);
        changed.clear();
        if (!now.isEmpty()) {
            context.tell(
                    new Event.ActivityChanged(
                            now.stream().map(id -> room(id).activity(projection)).toList()));
        }
        countNext();
    }

    private void countNext() {
        if (counting || stale.isEmpty()) {
            return;
        }
        RoomId next = stale.iterator().next();
        stale.remove(next);
        count(next, room(next));
    }

    private void count(RoomId id, CountedRoom room) {
        counting = true;
        room.recounting();
        long read = room.readSeq();
        long upTo = room.counted();
        Person you = projection.you().orElse(Person.UNKNOWN);
        writer.read(
                kept -> kept.tally(id, read, upTo, you),
                tally -> {
                    counting = false;
                    // Not one that took its place: another host's, or the room was left.
                    if (rooms.get(id) == room) {
                        tally.ifPresent(it -> room.recounted(it, read));
                        tally.ifPresent(_ -> changed(id));
                    }
                    countNext();
                });
    }
}
