package dev.hearth.host;

import dev.hearth.log.Batch.ReadMark;
import dev.hearth.log.ChatLog;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How far people have read. Confined to the host loop.
///
/// Marks move often and lose little when they are lost, so they are not worth a sync of their own:
/// they wait here until a turn is committed anyway, or for about a second. Those of somebody who is
/// not stored wait until they are.
final class ReadMarks {
    private final ChatLog store;
    private final Map<PersonId, Map<RoomId, Long>> marks = new HashMap<>();
    private final Effort effort;

    /// Of those who are stored.
    private final Map<PersonId, Map<RoomId, Long>> unsaved = new HashMap<>();

    /// Of those who are not, and may never be.
    private final Map<PersonId, Map<RoomId, Long>> held = new HashMap<>();

    ReadMarks(ChatLog store, Effort effort) {
        this.store = store;
        this.effort = effort;
    }

    long of(PersonId person, RoomId room) {
        return all(person).getOrDefault(room, 0L);
    }

    /// @param stored whether `person` is
    /// @return whether that is further than before
    boolean advance(PersonId person, RoomId room, long seq, boolean stored) {
        if (seq <= of(person, room)) {
            return false;
        }
        all(person).put(room, seq);
        if (stored) {
            release(person);
        }
        (stored ? unsaved : held).computeIfAbsent(person, _ -> new HashMap<>()).put(room, seq);
        return true;
    }

    /// What waits to be stored, of those who are stored.
    ///
    /// @param now who comes to be stored with it
    List<ReadMark> waiting(Set<PersonId> now) {
        List<ReadMark> waiting = new ArrayList<>();
        unsaved.forEach((person, rooms) -> add(waiting, person, rooms));
        now.stream()
                .filter(person -> !unsaved.containsKey(person))
                .forEach(person -> add(waiting, person, held.getOrDefault(person, Map.of())));
        return waiting;
    }

    private void add(List<ReadMark> waiting, PersonId person, Map<RoomId, Long> rooms) {
        effort.look();
        rooms.forEach((room, seq) -> waiting.add(new ReadMark(person, room, seq)));
    }

    private void release(PersonId person) {
        Map<RoomId, Long> before = held.remove(person);
        if (before != null) {
            unsaved.put(person, before);
        }
    }

    void saved(List<ReadMark> stored) {
        stored.forEach(
                mark -> {
                    unsaved.remove(mark.person());
                    held.remove(mark.person());
                });
    }

    /// `person` has gone: what is stored is read again when they come back.
    void leave(PersonId person, boolean stored) {
        if (!stored) {
            held.remove(person);
        }
        if (!unsaved.containsKey(person) && !held.containsKey(person)) {
            marks.remove(person);
        }
    }

    private Map<RoomId, Long> all(PersonId person) {
        return marks.computeIfAbsent(person, id -> new HashMap<>(store.readMarks(id)));
    }
}
