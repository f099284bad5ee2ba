package dev.hearth.store;

import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.EntryPlace;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.HistoryPage;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomFold;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomState;
import dev.hearth.model.SearchHits;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// The log of a chat on disk: rooms, people, entries, read marks.
///
/// **Threads.** Any thread may call anything; what changes something waits for its turn. Calls
/// block on the disk, and while they do a virtual thread holds its carrier.
///
/// **Errors.** Whatever has to do with the disk is a [StorageException]. One that writing meets
/// changes nothing, reading goes on, and the next write tries again.
public final class ChatStore implements AutoCloseable {
    private final StoreFile file;
    private final Database database;
    private final Sweeper sweeper;
    private final Searches searches;
    private final Consumer<StoreNotice> notices;
    private final Map<RoomId, Long> lastSeqs = new ConcurrentHashMap<>();
    private volatile String hostId;
    private final String epoch;
    private boolean refusing;

    private ChatStore(StoreFile file, Database database, Consumer<StoreNotice> notices) {
        this.file = file;
        this.database = database;
        this.notices = notices;
        this.sweeper = new Sweeper(database);
        this.searches = new Searches(database);
        this.hostId = database.read(Meta::host);
        this.epoch = database.read(Meta::epoch);
        reload();
    }

    /// Opens the log in `folder`, making it when there is none. A log that is damaged is set aside,
    /// which `notices` is told, and what can be read of it is saved into a new one.
    ///
    /// @param folder nobody else may use it meanwhile
    /// @param notices called on the thread that noticed; must not block
    /// @throws StorageException UNREACHABLE, FULL, IN_USE, NEWER
    public static ChatStore open(Path folder, InstantSource clock, Consumer<StoreNotice> notices) {
        return open(folder, clock, notices, false);
    }

    /// The same for a copy of a log that is kept elsewhere: what was lost there is a hole, to be
    /// fetched again.
    public static ChatStore openCopy(
            Path folder, InstantSource clock, Consumer<StoreNotice> notices) {
        return open(folder, clock, notices, true);
    }

    private static ChatStore open(
            Path folder, InstantSource clock, Consumer<StoreNotice> notices, boolean holes) {
        StoreFile file = new StoreFile(folder, clock);
        Database database = file.open(notices, holes);
        try {
            ChatStore store = new ChatStore(file, database, notices);
            if (!file.closedWell()) {
                // What was erased before a crash may have been left there.
                store.sweeper.sweep();
            }
            return store;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /// Moves the log in `folder` into a folder of its own beside it, whole: [#openSound] opens it
    /// there, and an [Exporter] reads it. Nobody may have the log open.
    ///
    /// @return the folder where it is now; empty when there was none
    public static Optional<Path> setAside(Path folder, InstantSource clock) {
        return new StoreFile(folder, clock).moveIntoFolder();
    }

    /// Opens the log in `folder` as it is, for a program that only wants to read it: nothing is
    /// made, and nothing is set aside.
    ///
    /// @param folder nobody else may use it meanwhile
    /// @throws StorageException DAMAGED, and everything is as before; UNREACHABLE, FULL, IN_USE,
    ///   NEWER
    public static ChatStore openSound(Path folder, InstantSource clock) {
        new StoreFile(folder, clock).checkSound();
        return open(folder, clock, _ -> {});
    }

    /// Puts a backup in the place of the log in `folder`, which is moved aside and kept. When it is
    /// opened it has another epoch. Nobody may have the log open.
    ///
    /// @return where the log that was there is now
    /// @throws StorageException DAMAGED or NEWER when the backup cannot be used: nothing was
    ///   changed
    public static Optional<Path> restore(Path folder, Path backup, InstantSource clock) {
        return new StoreFile(folder, clock).replaceWith(backup);
    }

    /// Copies the log as it is now to `target`, while everything goes on. The copy is a log itself.
    ///
    /// @param target replaced when it is there; it is whole or not there at all
    public void backup(Path target) {
        try {
            Backup.write(database.path(), target);
        } catch (SQLException e) {
            throw StorageException.of(e);
        } catch (IOException e) {
            throw new StorageException(StorageException.Reason.UNREACHABLE, e);
        }
    }

    /// Writes something small down beside the log, in place of what was there under `key`.
    ///
    /// @throws StorageException nothing was stored
    public void note(String key, String value) {
        change(session -> Meta.note(session, key, value));
    }

    /// What was written down under `key`.
    public Optional<String> note(String key) {
        return database.read(session -> Meta.note(session, key));
    }

    /// The host's id: the fingerprint of its key, or a random one until it has a key.
    public String hostId() {
        return hostId;
    }

    /// Writes down by which key the chat is hosted.
    ///
    /// @throws StorageException nothing was changed
    public void nameHost(String id) {
        if (!id.equals(hostId)) {
            change(session -> Meta.nameHost(session, id));
            file.noteHost(id);
            hostId = id;
        }
    }

    /// Names this log: another one when a log was set aside or a backup restored.
    public String epoch() {
        return epoch;
    }

    /// Stores `batch`. When this returns all of it is on disk; when it fails nothing is.
    ///
    /// @throws StorageException nothing was stored; the same again may succeed later
    /// @throws IllegalArgumentException when an entry does not follow on its room's log, or an id
    ///   or a name is taken: nothing was stored, and the same again will not be either
    public void append(Batch batch) {
        store(session -> new Appender(session).append(batch));
    }

    /// Stores entries of a log that is kept elsewhere, of which this is a copy: in any order, with
    /// holes; those that are there already stay. What is known to be deleted is overwritten, also
    /// when its text arrives after its deletion. Not for a host's own log.
    ///
    /// @throws StorageException nothing was stored; the same again may succeed later
    public void keep(List<Entry> entries) {
        store(session -> new Appender(session).keep(entries));
    }

    /// Writes down in such a copy what people are called as of `at`.
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

    /// Members and guests who wrote at most once, of whom nothing is to be seen since `before`.
    /// Reads all of the log: on a thread of its own.
    ///
    /// @throws StorageException the log cannot be read, or not in `patience`
    /// @throws dev.hearth.model.HearthException BUSY
    public List<PersonId> strangers(Instant before, int limit, Duration patience) {
        try {
            return database.readSlowly(
                    session -> PeopleRows.strangers(session, before, limit), patience);
        } catch (SQLException e) {
            throw StorageException.of(e);
        }
    }

    /// Takes from `people` all by which they could come back, and their claim to their names. What
    /// they wrote stays under their names.
    ///
    /// @throws StorageException nothing was changed
    public void forgetPeople(List<PersonId> people) {
        change(
                session -> {
                    for (PersonId person : people) {
                        PeopleRows.forget(session, person);
                    }
                });
    }

    /// Which parts of each room's log such a copy holds.
    public Map<RoomId, SeqRanges> held() {
        return database.read(ReplicaRows::held);
    }

    /// Drops the entries of `room` up to `seq` from such a copy.
    ///
    /// @throws StorageException nothing was dropped
    public void prune(RoomId room, long seq) {
        change(session -> ReplicaRows.prune(session, room, seq));
    }

    /// Drops all that such a copy holds of `room`.
    ///
    /// @throws StorageException nothing was dropped
    public void forget(RoomId room) {
        change(session -> ReplicaRows.forget(session, room));
        lastSeqs.remove(room);
    }

    /// The entries whose content was lost to damage of the disk: tombstones now. Members may still
    /// hold what they were.
    public Map<RoomId, SeqRanges> lost() {
        return database.read(ReplicaRows::lost);
    }

    /// Drops from such a copy what cannot be read, so that it is a hole like any other.
    ///
    /// @return how many entries that were
    /// @throws StorageException nothing was dropped
    public int dropUnreadable() {
        return database.write(ReplicaRows::dropUnreadable);
    }

    /// Moves such a copy out of the way, whole, when it cannot be opened.
    ///
    /// @return where it is now
    /// @throws StorageException UNREACHABLE
    public static Path setAsideBroken(Path folder, InstantSource clock) {
        try {
            return new StoreFile(folder, clock).moveAside("broken");
        } catch (IOException e) {
            throw new StorageException(StorageException.Reason.UNREACHABLE, e);
        }
    }

    /// When the oldest message in `rooms` was written; empty when there is none.
    public Optional<Instant> oldest(Set<RoomId> rooms) {
        return database.read(session -> ReplicaRows.oldest(session, rooms));
    }

    private void change(Database.Change work) {
        try {
            database.write(
                    session -> {
                        work.with(session);
                        return true;
                    });
            stored();
        } catch (StorageException e) {
            refused(e);
            throw e;
        }
    }

    private void store(Database.Work<Appender> work) {
        try {
            Appender done = database.write(work);
            done.lastSeqs().forEach((room, seq) -> lastSeqs.merge(room, seq, Math::max));
            if (done.erased()) {
                sweeper.sweep();
            }
            stored();
        } catch (StorageException e) {
            refused(e);
            throw e;
        } catch (IllegalArgumentException e) {
            // After a disk has failed the log may hold more than the failed write admitted.
            reload();
            throw e;
        }
    }

    private synchronized void refused(StorageException failure) {
        if (!refusing) {
            refusing = true;
            notices.accept(new StoreNotice.Refusing(failure));
        }
    }

    private synchronized void stored() {
        if (refusing) {
            refusing = false;
            notices.accept(new StoreNotice.Recovered());
        }
    }

    private void reload() {
        database.read(RoomRows::all).forEach(room -> lastSeqs.put(room.id(), room.lastSeq()));
    }

    /// All rooms, the oldest first.
    public List<StoredRoom> rooms() {
        return database.read(RoomRows::all);
    }

    /// The room without its messages: name, topic, who is in it.
    public RoomState state(RoomId room) {
        return RoomFold.of(room, database.read(session -> EntryRows.affairs(session, room)));
    }

    /// What happened to the room, in order, leaving out what was said in it.
    public List<Entry> affairs(RoomId room) {
        return database.read(session -> EntryRows.affairs(session, room));
    }

    /// What happened to all rooms, room after room, in order, leaving out what was said in them.
    ///
    /// @param reader must not use this store
    public void affairs(Consumer<Entry> reader) {
        database.read(
                session -> {
                    EntryRows.affairs(session, reader);
                    return true;
                });
    }

    /// When the newest entry of each room was made; nothing of a room without any.
    public Map<RoomId, Instant> lastTimes() {
        return database.read(RoomRows::lastTimes);
    }

    /// The sequence number of the newest entry of `room`; 0 while there is none. Does not touch the
    /// disk.
    public long lastSeq(RoomId room) {
        return lastSeqs.getOrDefault(room, 0L);
    }

    /// Up to `limit` entries after `seq`, oldest first; fewer when they are large (256 Ki
    /// characters), but never none when there are any.
    public List<Entry> after(RoomId room, long seq, int limit) {
        return database.read(session -> EntryRows.after(session, room, seq, limit));
    }

    /// The newest messages before `seq`.
    ///
    /// @param limit how many at most; fewer when they are large
    public HistoryPage before(RoomId room, long seq, int limit) {
        return database.read(session -> History.before(session, room, seq, limit));
    }

    /// The oldest messages from `seq` on.
    ///
    /// @param limit how many at most; fewer when they are large
    public HistoryPage from(RoomId room, long seq, int limit) {
        return database.read(session -> History.from(session, room, seq, limit));
    }

    /// The messages before and after `seq`, and at it.
    ///
    /// @param limit how many at most; fewer when they are large
    public HistoryPage around(RoomId room, long seq, int limit) {
        return database.read(session -> History.around(session, room, seq, limit));
    }

    /// What `person` asked for under `id`, however long ago.
    public Optional<Entry> find(PersonId person, EntryId id) {
        return database.readEntry(session -> EntryRows.find(session, person, id));
    }

    /// What was made under `id` in `room`, by whomever.
    public Optional<Entry> find(RoomId room, EntryId id) {
        return database.readEntry(session -> EntryRows.find(session, room, id));
    }

    /// What was made under `id` in any room, by whomever.
    public List<Entry> find(EntryId id) {
        return database.readEntry(session -> EntryRows.find(session, id));
    }

    /// What was made under any of `ids` in any room, by whomever.
    public List<Entry> find(Collection<EntryId> ids) {
        return database.read(session -> EntryRows.find(session, ids));
    }

    /// Where the entries made under any of `ids` are, in any room, by anybody: one query.
    public List<EntryPlace> places(Collection<EntryId> ids) {
        return database.read(session -> EntryRows.places(session, ids));
    }

    /// The message made under `id`, with what happened to it since.
    public Optional<FoldedMessage> message(RoomId room, EntryId id) {
        return database.readEntry(session -> History.message(session, room, id));
    }

    /// Looks through the latest texts (of each, the first 16 KB) of all messages in the rooms that
    /// are named. Takes two seconds at most; a thread that is interrupted ends its search.
    ///
    /// @throws dev.hearth.model.HearthException BUSY: too many searches at once, or this one would
    ///   take too long
    public SearchHits search(SearchQuery query) {
        return searches.search(query);
    }

    /// Everyone who is stored, the longest known first.
    public List<StoredPerson> people() {
        return database.read(PeopleRows::all);
    }

    public Optional<StoredPerson> person(PersonId id) {
        return database.read(session -> PeopleRows.find(session, id));
    }

    /// How far `person` has read, by room.
    public Map<RoomId, Long> readMarks(PersonId person) {
        return database.read(session -> RoomRows.marks(session, person));
    }

    Database database() {
        return database;
    }

    /// Whether deleted text may still be in a file.
    boolean isSweeping() {
        return sweeper.isPending();
    }

    /// Ends after the write that is under way. Idempotent.
    @Override
    public void close() {
        boolean swept = sweeper.end();
        if (database.close() && swept) {
            file.markClosed();
        }
    }
}
