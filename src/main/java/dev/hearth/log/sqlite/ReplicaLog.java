package dev.hearth.log.sqlite;

import dev.hearth.log.Batch.ReadMark;
import dev.hearth.log.SeqRanges;
import dev.hearth.log.StoreNotice;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryPlace;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A client's copy of a log that a host has: entries in any order, with holes. Thread-safe.
public final class ReplicaLog extends SqliteReader {
    private ReplicaLog(LogFile file, Storage storage, Consumer<StoreNotice> notices) {
        super(file, storage, notices);
    }

    /// Opens the replica in `folder`, making it when there is none. A damaged one is set aside, and
    /// what can be read of it is saved into a new one; what was lost becomes a hole, to be fetched
    /// again.
    ///
    /// @param folder nobody else may use it meanwhile
    /// @param notices hears what happened to the file, on the thread that noticed; must not block
    /// @throws StorageException UNREACHABLE, FULL, IN_USE, NEWER
    public static ReplicaLog open(Path folder, InstantSource clock, Consumer<StoreNotice> notices) {
        LogFile file = new LogFile(folder, clock);
        Storage storage = file.open(notices, true);
        return open(file, storage, () -> new ReplicaLog(file, storage, notices));
    }

    /// Moves the replica in `folder` into a folder of its own beside it, whole:
    /// [SqliteChatLog#openSound] opens it there for an export. Nobody may have it open.
    ///
    /// @return the folder where it is now; empty when there was none
    /// @throws StorageException UNREACHABLE
    public static Optional<Path> setAside(Path folder, InstantSource clock) {
        return new LogFile(folder, clock).setAsideInFolder();
    }

    /// Moves a replica that cannot be opened out of the way, whole.
    ///
    /// @return where it is now
    /// @throws StorageException UNREACHABLE
    public static Path setAsideBroken(Path folder, InstantSource clock) {
        return new LogFile(folder, clock).setAside("broken");
    }

    @Override
    public String hostId() {
        return storage.read(Meta::host);
    }

    /// Stores entries of the host's log: in any order, with holes; entries that are stored already
    /// stay. A deleted message is overwritten, also when its text arrives after its deletion.
    ///
    /// @throws StorageException nothing was stored; the same again may succeed later
    public void keep(List<Entry> entries) {
        store(session -> new Appender(session).keep(entries));
    }

    /// Stores what people are called as of `at`.
    ///
    /// @throws StorageException nothing was stored
    public void hear(List<Person> people, Instant at) {
        change(
                session -> {
                    for (Person person : people) {
                        PeopleRows.hear(session, person, at);
                    }
                });
    }

    /// Which parts of each room's log this replica holds.
    public Map<RoomId, SeqRanges> held() {
        return storage.read(ReplicaRows::held);
    }

    /// Which parts of the log of `room` this replica holds.
    public SeqRanges held(RoomId room) {
        return storage.read(session -> ReplicaRows.held(session, room));
    }

    /// The newest entry of each room of which any is held. Reads no more than these.
    public List<EntryPlace> newest() {
        return storage.read(ReplicaRows::newest);
    }

    /// Stores how far people have read; lower marks than those that are stored are ignored, and so
    /// are those of people and rooms that are not known.
    ///
    /// @throws StorageException nothing was stored
    public void mark(List<ReadMark> marks) {
        change(
                session -> {
                    for (ReadMark mark : marks) {
                        RoomRows.mark(session, mark);
                    }
                });
    }

    /// How far `person` has read in each room.
    public Map<RoomId, Long> marks(PersonId person) {
        return storage.read(session -> RoomRows.marks(session, person));
    }

    /// Drops the entries of `room` up to `seq`.
    ///
    /// @throws StorageException nothing was dropped
    public void prune(RoomId room, long seq) {
        change(session -> ReplicaRows.prune(session, room, seq));
    }

    /// Drops all entries of `room`.
    ///
    /// @throws StorageException nothing was dropped
    public void forget(RoomId room) {
        change(session -> ReplicaRows.forget(session, room));
        lastSeqs.remove(room);
    }

    /// Drops entries that cannot be read: each becomes a hole like any other.
    ///
    /// @return how many entries were dropped
    /// @throws StorageException nothing was dropped
    public int dropUnreadable() {
        return storage.write(ReplicaRows::dropUnreadable);
    }

    /// When the oldest message in `rooms` was written; empty when there is none.
    public Optional<Instant> oldest(Set<RoomId> rooms) {
        return storage.read(session -> ReplicaRows.oldest(session, rooms));
    }
}
