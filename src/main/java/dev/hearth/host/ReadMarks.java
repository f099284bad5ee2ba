package dev.hearth.host;

import dev.hearth.log.Batch.ReadMark;
import dev.hearth.log.ChatLog;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// How far people have read. Confined to the host loop.
///
/// Marks move often and lose little when they are lost, so they are not worth a sync of their own:
/// they wait here until a turn is committed anyway, or for about a second. Those of somebody who is
/// not stored wait until they are.
final class ReadMarks {
    private final ChatLog store;
    private final Map<PersonId, Map<RoomId, Long>> marks = new HashMap<>();
    private final Map<PersonId, Map<RoomId, Long>> unsaved = new HashMap<>();

    ReadMarks(ChatLog store) {
        this.store = store;
    }

    long of(PersonId person, RoomId room) {
        return all(person).getOrDefault(room, 0L);
    }

    /// @return whether that is further than before
    boolean advance(PersonId person, RoomId room, long seq) {
        if (seq <= of(person, room)) {
            return false;
        }
        all(person).put(room, seq);
        unsaved.computeIfAbsent(person, _ -> new HashMap<>()).put(room, seq);
        return true;
    }

    /// What waits to be stored, of those who are stored.
    List<ReadMark> waiting(Predicate<PersonId> isStored) {
        List<ReadMark> waiting = new ArrayList<>();
        unsaved.forEach(
                (person, rooms) -> {
                    if (isStored.test(person)) {
                        rooms.forEach((room, seq) -> waiting.add(new ReadMark(person, room, seq)));
                    }
                });
        return waiting;
    }

    void saved(List<ReadMark> stored) {
        stored.forEach(mark -> unsaved.remove(mark.person()));
    }

    /// `person` has gone: what is stored is read again when they come back.
    void leave(PersonId person, boolean stored) {
        if (!stored) {
            unsaved.remove(person);
        }
        if (!unsaved.containsKey(person)) {
            marks.remove(person);
        }
    }

    private Map<RoomId, Long> all(PersonId person) {
        return marks.computeIfAbsent(person, id -> new HashMap<>(store.readMarks(id)));
    }
}
