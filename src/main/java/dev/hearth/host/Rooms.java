package dev.hearth.host;

import dev.hearth.model.Entry;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.Names;
import dev.hearth.model.Payload.Opened;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.model.RoomState;
import dev.hearth.model.Standing;
import dev.hearth.store.ChatStore;
import dev.hearth.store.StoredRoom;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The rooms of a chat: their names, and who stands where with them. Confined to the host loop.
///
/// Messages stay on disk: what is held here grows with what happened to rooms, not with what was
/// said in them.
public final class Rooms {
    private final ChatStore store;
    private final ReadMarks marks;
    private final Map<RoomId, Room> rooms = new LinkedHashMap<>();
    private final Map<Set<PersonId>, RoomId> directs = new HashMap<>();
    private final RoomQuota quota;

    /// Reads the store.
    Rooms(ChatStore store, ReadMarks marks, RoomQuota quota) {
        this.quota = quota;
        this.store = store;
        this.marks = marks;
        reload();
    }

    /// What `person` sees of every room they may see, the oldest first.
    ///
    /// @throws dev.hearth.store.StorageException their read marks cannot be read
    public List<RoomHead> visibleTo(PersonId person) {
        return rooms.values().stream()
                .filter(room -> room.isSeenBy(person))
                .map(room -> head(room, person))
                .toList();
    }

    /// Whether `room` exists for `person`.
    public boolean sees(PersonId person, RoomId room) {
        return find(room).filter(each -> each.isSeenBy(person)).isPresent();
    }

    /// Whether `person` is a member of `room`; of `#lobby` everyone is.
    public boolean isIn(PersonId person, RoomId room) {
        return find(room).filter(each -> each.isIn(person)).isPresent();
    }

    /// The rooms that `person` is in, `#lobby` among them.
    public Set<RoomId> of(PersonId person) {
        return ids(room -> room.isIn(person));
    }

    /// The rooms that `person` may read.
    public Set<RoomId> seenBy(PersonId person) {
        return ids(room -> room.isSeenBy(person));
    }

    /// What `person` sees of `room`.
    ///
    /// @throws HearthException NO_ROOM: it does not exist, or not for them
    public RoomHead head(RoomId room, PersonId person) {
        return head(seen(room, person), person);
    }

    /// Who is in `room`; empty for `#lobby`, where everyone is, and for a room that does not exist.
    public Set<PersonId> members(RoomId room) {
        return find(room).map(Room::members).orElse(Set.of());
    }

    /// Where `person` stands with `room`; OUTSIDE of one that does not exist.
    public Standing standing(PersonId person, RoomId room) {
        return find(room).map(each -> each.standing(person)).orElse(Standing.OUTSIDE);
    }

    /// Whether `person` is banned from the chat.
    public boolean isBanned(PersonId person) {
        return standing(person, RoomId.LOBBY) == Standing.BANNED;
    }

    /// The room as its log tells it, without messages; empty when it does not exist.
    public Optional<RoomState> state(RoomId room) {
        return find(room).map(Room::state);
    }

    Optional<Room> find(RoomId room) {
        return Optional.ofNullable(rooms.get(room));
    }

    Room lobby() {
        return find(RoomId.LOBBY)
                .orElseThrow(() -> new IllegalStateException("a chat has a lobby"));
    }

    /// @throws HearthException NO_ROOM: it does not exist, or not for them
    Room seen(RoomId room, PersonId person) {
        return find(room).filter(each -> each.isSeenBy(person)).orElseThrow(Refusals::noRoom);
    }

    /// The conversation that these two have.
    Optional<RoomId> direct(PersonId one, PersonId other) {
        return one.equals(other)
                ? Optional.empty()
                : Optional.ofNullable(directs.get(Set.of(one, other)));
    }

    /// @throws HearthException NAME_TAKEN: another public room than `self` is called like that
    void checkFree(String name, Optional<RoomId> self) {
        String folded = Names.folded(name);
        for (Room room : rooms.values()) {
            if (room.kind() == RoomKind.PUBLIC
                    && Names.folded(room.name()).equals(folded)
                    && !self.equals(Optional.of(room.id()))) {
                throw new HearthException(
                        ErrorCode.NAME_TAKEN,
                        "There is a room called “"
                                + room.name()
                                + "” already. Choose another name.");
            }
        }
    }

    RoomQuota quota() {
        return quota;
    }

    /// Takes in what was committed.
    void apply(Entry entry) {
        rooms.computeIfAbsent(entry.room(), id -> new Room(id, List.of(), entry.at())).apply(entry);
        index(entry);
    }

    /// Believes nothing but the store.
    ///
    /// @throws dev.hearth.store.StorageException it cannot be read: everything is as before
    void reload() {
        Map<RoomId, List<Entry>> affairs = new LinkedHashMap<>();
        Map<RoomId, Instant> lastAts = new HashMap<>();
        for (StoredRoom room : store.rooms()) {
            affairs.put(room.id(), store.affairs(room.id()));
            lastAts.put(room.id(), lastAt(room));
        }
        rooms.clear();
        directs.clear();
        quota.clear();
        affairs.forEach(
                (id, entries) -> {
                    rooms.put(id, new Room(id, entries, lastAts.getOrDefault(id, Instant.EPOCH)));
                    entries.forEach(this::index);
                });
    }

    private Instant lastAt(StoredRoom room) {
        List<Entry> last = store.after(room.id(), room.lastSeq() - 1, 1);
        return last.isEmpty() ? Instant.EPOCH : last.getFirst().at();
    }

    private void index(Entry entry) {
        quota.apply(entry);
        if (entry.payload() instanceof Opened opened) {
            opened.with()
                    .ifPresent(
                            other -> directs.put(Set.of(entry.from().id(), other), entry.room()));
        }
    }

    private Set<RoomId> ids(Predicate<Room> which) {
        return rooms.values().stream()
                .filter(which)
                .map(Room::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private RoomHead head(Room room, PersonId person) {
        return new RoomHead(
                room.id(),
                room.name(),
                room.state().topic(),
                room.kind(),
                store.lastSeq(room.id()),
                marks.of(person, room.id()),
                room.standing(person),
                room.members());
    }
}
