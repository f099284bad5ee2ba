package dev.hearth.host;

import dev.hearth.host.ChatHost.Receipt;
import dev.hearth.log.Batch;
import dev.hearth.log.ChatLog;
import dev.hearth.log.StoredPerson;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.Payload;
import dev.hearth.model.Payload.Deleted;
import dev.hearth.model.Payload.Edited;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// The commands that were decided but are not committed: what gets into the store with one sync.
/// Confined to the host loop.
final class CommitBatch {
    private static final long MOST_CHARACTERS = 256 * 1024;

    private record Done(CompletableFuture<Receipt> answer, Receipt receipt) {}

    private record Request(PersonId person, EntryId id) {}

    private record Place(RoomId room, EntryId id) {}

    private final EntryClock clock;
    private final ChatLog store;
    private final Lookups lookups;
    private final Rooms rooms;
    private final People people;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Done> done = new ArrayList<>();
    private final Map<PersonId, StoredPerson> changed = new LinkedHashMap<>();
    private final Map<RoomId, Entry> last = new HashMap<>();
    private final Map<Request, Entry> byRequest = new HashMap<>();
    private final Map<Place, Entry> byPlace = new HashMap<>();
    private final Set<EntryId> touched = new HashSet<>();
    private long characters;

    CommitBatch(EntryClock clock, ChatLog store, Lookups lookups, Rooms rooms, People people) {
        this.clock = clock;
        this.store = store;
        this.lookups = lookups;
        this.rooms = rooms;
        this.people = people;
    }

    boolean isEmpty() {
        return done.isEmpty();
    }

    List<Entry> entries() {
        return entries;
    }

    /// Whether so much text was gathered that it is stored before more is: a commit of megabytes
    /// would hold up everybody whose message comes after.
    boolean isLarge() {
        return characters >= MOST_CHARACTERS;
    }

    /// Whether a message with this id was posted or deleted in this turn.
    boolean touches(EntryId message) {
        return touched.contains(message);
    }

    /// What `person` asked for under `id` before, in this turn or ever.
    Optional<Entry> find(PersonId person, EntryId id) {
        Entry fresh = byRequest.get(new Request(person, id));
        return fresh != null ? Optional.of(fresh) : lookups.find(person, id);
    }

    /// What anybody did under `id` in `room`, in this turn or ever.
    Optional<Entry> find(RoomId room, EntryId id) {
        Entry fresh = byPlace.get(new Place(room, id));
        return fresh != null ? Optional.of(fresh) : lookups.find(room, id);
    }

    /// Makes the entry that says so, the next one of `room`.
    Entry add(Person from, RoomId room, EntryId id, Payload payload) {
        Entry before = last.get(room);
        long seq = before == null ? store.lastSeq(room) + 1 : before.seq() + 1;
        Entry entry = new Entry(room, seq, id, from, now(room), payload);
        entries.add(entry);
        last.put(room, entry);
        byRequest.put(new Request(from.id(), id), entry);
        byPlace.put(new Place(room, id), entry);
        if (payload instanceof Posted posted) {
            characters += posted.text().length();
            touched.add(id);
        } else if (payload instanceof Deleted(EntryId of)) {
            touched.add(of);
        } else if (payload instanceof Edited(EntryId _, String text)) {
            characters += text.length();
        }
        people.unstored(from.id()).ifPresent(this::change);
        return entry;
    }

    /// Whether `person` is stored in the same commit already.
    boolean changes(PersonId person) {
        return changed.containsKey(person);
    }

    /// Stores `person` in the same commit.
    void change(StoredPerson person) {
        changed.put(person.person().id(), person);
    }

    /// To be answered after the commit.
    void answer(CompletableFuture<Receipt> answer, Receipt receipt) {
        done.add(new Done(answer, receipt));
    }

    /// What is to be stored, with the read marks that wait for a commit.
    Batch batch(ReadMarks marks) {
        return new Batch(List.copyOf(changed.values()), entries, marks.waiting(changed.keySet()));
    }

    void succeed() {
        done.forEach(each -> each.answer().complete(each.receipt()));
    }

    void fail(RuntimeException failure) {
        done.forEach(each -> each.answer().completeExceptionally(failure));
    }

    private Instant now(RoomId room) {
        Entry before = last.get(room);
        return clock.next(
                before != null
                        ? before.at()
                        : rooms.find(room).map(Room::lastAt).orElse(Instant.EPOCH));
    }
}
