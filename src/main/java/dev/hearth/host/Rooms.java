package dev.hearth.host;

import dev.hearth.log.ChatLog;
import dev.hearth.log.StoredRoom;
import dev.hearth.model.Entry;
import dev.hearth.model.HearthException;
import dev.hearth.model.Membership;
import dev.hearth.model.Names;
import dev.hearth.model.Payload.Opened;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomFacts;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rooms of a chat: their names, and who stands where with them. Confined to the host loop.
///
/// Messages stay on disk: what is held here grows with what happened to rooms, not with what was
/// said in them. What is asked for often (a person's own rooms, a public room's name, the next page
/// of the list) is found without going through all rooms.
public final class Rooms {
    private static final Comparator<RoomId> BY_ID = Comparator.comparing(RoomId::value);

    private final ChatLog store;
    private final ReadMarks marks;
    private final Map<RoomId, Room> rooms = new LinkedHashMap<>();

    /// The one that ended last: who saw it is still to be told.
    private @Nullable Room ended;

    private final NavigableSet<RoomId> publicRooms = new TreeSet<>(BY_ID);
    private final Set<RoomId> publicByAge = new LinkedHashSet<>();
    private final NamesInUse<RoomId> publicNames = new NamesInUse<>();

    /// A copy of [#publicRooms], made when it is asked for after a change.
    private @Nullable Set<RoomId> openRooms;

    /// The rooms that each person is in, or invited to; `#lobby` is not among them.
    private final Map<PersonId, NavigableSet<RoomId>> own = new HashMap<>();

    private final Map<Set<PersonId>, RoomId> directs = new HashMap<>();
    private final RoomQuota quota;
    private final Effort effort;

    /// Reads the store.
    Rooms(ChatLog store, ReadMarks marks, RoomQuota quota, Effort effort) {
        this.effort = effort;
        this.quota = quota;
        this.store = store;
        this.marks = marks;
        reload();
    }

    /// What `person` sees of the rooms they may see: `#lobby`, their own ones, then the public
    /// ones, the oldest first.
    ///
    /// @param most how many
    /// @throws dev.hearth.log.StorageException their read marks cannot be read
    public List<RoomHead> firstOf(PersonId person, int most) {
        Stream<Room> others =
                publicByAge.stream()
                        .filter(_ -> effort.look())
                        .flatMap(id -> find(id).stream())
                        .filter(room -> !room.isLobby() && !room.isOwn(person));
        Stream<Room> mine = ownOf(person).stream().flatMap(id -> find(id).stream());
        return Stream.of(find(RoomId.LOBBY).stream(), mine, others)
                .flatMap(each -> each)
                .limit(most)
                .map(room -> head(room, person))
                .toList();
    }

    /// Whether `person` may see more than `most` rooms.
    public boolean areMoreThan(PersonId person, int most) {
        return publicRooms.size() > most || publicRooms.size() + ownHidden(person, most) > most;
    }

    /// How many of their rooms are not public, counted up to one more than `most`.
    private long ownHidden(PersonId person, int most) {
        return ownOf(person).stream()
                .filter(_ -> effort.look())
                .filter(id -> !publicRooms.contains(id))
                .limit(most + 1L)
                .count();
    }

    /// What `person` sees of the rooms they may see whose ids come after `after`.
    ///
    /// @param most how many
    public List<RoomHead> pageFor(PersonId person, Optional<RoomId> after, int most) {
        // Both are in order, and most of what is in both is at the beginning of both.
        return Stream.concat(
                        from(publicRooms, after).stream().limit(most),
                        from(ownOf(person), after).stream().limit(most))
                .distinct()
                .sorted(BY_ID)
                .limit(most)
                .flatMap(id -> find(id).stream())
                .map(room -> head(room, person))
                .toList();
    }

    private static <T> NavigableSet<T> from(NavigableSet<T> all, Optional<T> after) {
        return after.map(id -> all.tailSet(id, false)).orElse(all);
    }

    private NavigableSet<RoomId> ownOf(PersonId person) {
        return own.getOrDefault(person, new TreeSet<>(BY_ID));
    }

    /// Whether `room` exists for `person`.
    public boolean sees(PersonId person, RoomId room) {
        return find(room).filter(each -> each.isSeenBy(person)).isPresent();
    }

    /// Whether `person` saw `room` until it ended, of the one that ended last.
    public boolean saw(PersonId person, RoomId room) {
        Room last = ended;
        return last != null && last.id().equals(room) && last.isSeenBy(person);
    }

    /// Whether `person` is a member of `room`; of `#lobby` everyone is.
    public boolean isIn(PersonId person, RoomId room) {
        return find(room).filter(each -> each.isIn(person)).isPresent();
    }

    /// The rooms that `person` is in, `#lobby` among them.
    public Set<RoomId> of(PersonId person) {
        return Stream.concat(Stream.of(RoomId.LOBBY), ownOf(person).stream())
                .filter(room -> isIn(person, room))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The rooms that `person` may read.
    public SeenRooms seenBy(PersonId person) {
        Set<RoomId> open = openRooms;
        if (open == null) {
            open = Set.copyOf(publicRooms);
            openRooms = open;
        }
        return new SeenRooms(open, Set.copyOf(ownOf(person)));
    }

    /// What `person` sees of `room`.
    ///
    /// @throws HearthException NO_ROOM: it does not exist, or not for them
    public RoomHead head(RoomId room, PersonId person) {
        return head(seen(room, person), person);
    }

    /// What everyone sees of `room` who may see it; empty when it does not exist.
    public Optional<RoomFacts> facts(RoomId room) {
        return find(room)
                .map(
                        each ->
                                new RoomFacts(
                                        room,
                                        each.name(),
                                        each.topic(),
                                        each.kind(),
                                        store.lastSeq(room),
                                        each.members().size()));
    }

    /// Who is in `room`, by id; empty for `#lobby`, where everyone is, and for a room that does not
    /// exist.
    public List<PersonId> members(RoomId room, Optional<PersonId> after, int most) {
        return find(room).stream()
                .flatMap(each -> from(each.members(), after).stream())
                .limit(most)
                .toList();
    }

    /// Where `person` stands with `room`; OUTSIDE of one that does not exist.
    public Membership standing(PersonId person, RoomId room) {
        return find(room).map(each -> each.standing(person)).orElse(Membership.OUTSIDE);
    }

    /// Whether `person` may not write in `room` at `now`.
    public boolean isMuted(PersonId person, RoomId room, Instant now) {
        return find(room).filter(each -> each.isMuted(person, now)).isPresent();
    }

    /// Whether `person` is banned from the chat.
    public boolean isBanned(PersonId person) {
        return standing(person, RoomId.LOBBY) == Membership.BANNED;
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

    /// The public room with this name, which may have a `#` before it; names are compared as people
    /// compare them, but what only looks like a name is another one.
    public Optional<RoomId> named(String name) {
        String bare = name.strip().startsWith("#") ? name.strip().substring(1) : name;
        String folded = Names.folded(bare);
        return publicNames
                .bearer(bare)
                .flatMap(this::find)
                .filter(room -> Names.folded(room.name()).equals(folded))
                .map(Room::id);
    }

    /// What `room` is called.
    public Optional<String> name(RoomId room) {
        return find(room).map(Room::name);
    }

    /// Whether somebody may read in a public room without having joined it, and write there as
    /// plain clients do.
    public boolean isOpenTo(PersonId person, RoomId room) {
        return find(room)
                .filter(Room::isPublic)
                .filter(each -> each.standing(person) != Membership.BANNED)
                .isPresent();
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

    /// @throws HearthException NAME_TAKEN: another public room than `self` is called like that, or
    ///   so that the eye takes it for that
    void checkFree(String name, Optional<RoomId> self) {
        publicNames
                .other(name, self)
                .flatMap(this::find)
                .ifPresent(
                        room -> {
                            throw Refusals.roomNameTaken(name, room.name());
                        });
    }

    RoomQuota quota() {
        return quota;
    }

    /// Takes in what was committed.
    void apply(Entry entry) {
        Room room = rooms.computeIfAbsent(entry.room(), Room::new);
        String nameBefore = room.name();
        List<PersonId> touched = room.apply(entry);
        if (room.isClosed()) {
            remove(room);
            return;
        }
        touched.forEach(person -> index(person, room));
        if (room.isPublic()
                && (!publicRooms.contains(room.id()) || !room.name().equals(nameBefore))) {
            publicNames.release(nameBefore, room.id());
            publicNames.take(room.name(), room.id());
            publicRooms.add(room.id());
            publicByAge.add(room.id());
            openRooms = null;
        }
        index(entry);
    }

    private void index(PersonId person, Room room) {
        if (room.isLobby()) {
            return;
        }
        if (room.isOwn(person)) {
            own.computeIfAbsent(person, _ -> new TreeSet<>(BY_ID)).add(room.id());
        } else {
            unindex(person, room);
        }
    }

    private void unindex(PersonId person, Room room) {
        own.computeIfPresent(
                person,
                (_, ids) -> {
                    ids.remove(room.id());
                    return ids.isEmpty() ? null : ids;
                });
    }

    private void remove(Room room) {
        rooms.remove(room.id());
        ended = room;
        publicRooms.remove(room.id());
        publicByAge.remove(room.id());
        openRooms = null;
        publicNames.release(room.name(), room.id());
        room.opener().ifPresent(quota::closed);
        room.state().standings().keySet().forEach(person -> unindex(person, room));
    }

    /// Believes nothing but the store.
    ///
    /// @throws dev.hearth.log.StorageException it cannot be read: everything is as before
    void reload() {
        List<StoredRoom> stored = store.rooms();
        Map<RoomId, Instant> lastTimes = store.lastTimes();
        List<Entry> affairs = new ArrayList<>();
        store.affairs(affairs::add);
        rooms.clear();
        publicRooms.clear();
        publicByAge.clear();
        publicNames.clear();
        own.clear();
        directs.clear();
        quota.clear();
        stored.forEach(each -> rooms.put(each.id(), new Room(each.id())));
        publicRooms.add(RoomId.LOBBY);
        publicByAge.add(RoomId.LOBBY);
        publicNames.take(lobby().name(), RoomId.LOBBY);
        affairs.forEach(this::apply);
        rooms.values()
                .forEach(room -> room.wasLastAt(lastTimes.getOrDefault(room.id(), Instant.EPOCH)));
        rooms.values().stream().filter(Room::isPublic).map(Room::id).forEach(publicRooms::add);
        publicByAge.clear();
        rooms.values().stream().filter(Room::isPublic).map(Room::id).forEach(publicByAge::add);
        openRooms = null;
        ended = null;
    }

    private void index(Entry entry) {
        quota.apply(entry);
        if (entry.payload() instanceof Opened opened) {
            opened.with()
                    .ifPresent(
                            other -> directs.put(Set.of(entry.from().id(), other), entry.room()));
        }
    }

    private RoomHead head(Room room, PersonId person) {
        return new RoomHead(
                room.id(),
                room.name(),
                room.topic(),
                room.kind(),
                store.lastSeq(room.id()),
                marks.of(person, room.id()),
                room.standing(person),
                room.members().size(),
                room.other(person));
    }
}
