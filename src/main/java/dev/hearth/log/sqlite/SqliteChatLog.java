package dev.hearth.log.sqlite;

import dev.hearth.log.Batch;
import dev.hearth.log.ChatLog;
import dev.hearth.log.SeqRanges;
import dev.hearth.log.StorageException;
import dev.hearth.log.StoreNotice;
import dev.hearth.log.StoredPerson;
import dev.hearth.log.StoredPost;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.EntryPlace;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomId;
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
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// The log of a hosted chat in SQLite, synced before it answers. Thread-safe.
public final class SqliteChatLog extends SqliteReader implements ChatLog {
    private final String epoch;
    private volatile String hostId;

    /// Whether something was taken away since the files were swept.
    private volatile boolean emptied;

    private SqliteChatLog(LogFile file, Storage storage, Consumer<StoreNotice> notices) {
        super(file, storage, notices);
        this.hostId = storage.read(Meta::host);
        this.epoch = storage.read(Meta::epoch);
    }

    /// Opens the log in `folder`, making it when there is none. A damaged log is set aside, and
    /// what can be read of it is saved into a new one.
    ///
    /// @param folder nobody else may use it meanwhile
    /// @param notices hears what happened to the log, on the thread that noticed; must not block
    /// @throws StorageException UNREACHABLE, FULL, IN_USE, NEWER
    public static SqliteChatLog open(
            Path folder, InstantSource clock, Consumer<StoreNotice> notices) {
        LogFile file = new LogFile(folder, clock);
        Storage storage = file.open(notices, false);
        return open(file, storage, () -> new SqliteChatLog(file, storage, notices));
    }

    /// Opens the log in `folder` as it is, for a program that only reads: makes nothing and sets no
    /// log aside.
    ///
    /// @param folder nobody else may use it meanwhile
    /// @param notices hears of entries that cannot be read, on the thread that reads
    /// @throws StorageException DAMAGED, and everything is as before; UNREACHABLE, FULL, IN_USE,
    ///   NEWER
    public static SqliteChatLog openSound(
            Path folder, InstantSource clock, Consumer<StoreNotice> notices) {
        new LogFile(folder, clock).checkSound();
        return open(folder, clock, notices);
    }

    /// The file of the log in `folder`, whether there is one or not.
    public static Path file(Path folder) {
        return folder.resolve(LogFile.NAME);
    }

    /// Puts a backup in the place of the log in `folder`, which is set aside. The restored log gets
    /// another epoch when it is opened. Nobody may have the log open.
    ///
    /// @return where the log that was there is now
    /// @throws StorageException DAMAGED or NEWER: the backup cannot be used, and nothing was
    ///   changed
    public static Optional<Path> restore(Path folder, Path backup, InstantSource clock) {
        return new LogFile(folder, clock).replaceWith(backup);
    }

    /// Copies the log as it is now to `target`, while everything goes on. The copy is a log itself.
    ///
    /// @param target replaced when it exists; a crash leaves what was there or the whole copy
    /// @param progress hears once in a second how many bytes there are, on another thread, and at
    ///   the end of all; a [CancellationException] that it throws ends the copy, and is thrown on
    public void backup(Path target, LongConsumer progress) {
        try {
            Backup.write(storage.path(), target, progress);
        } catch (SQLException e) {
            throw Storage.failure(e);
        } catch (IOException e) {
            throw new StorageException(StorageException.Reason.UNREACHABLE, e);
        }
    }

    /// How many messages there are, without deleted ones. Reads all their rows: call it on a thread
    /// of its own.
    ///
    /// @throws StorageException the log cannot be read, or not in `patience`
    /// @throws dev.hearth.model.HearthException BUSY
    public long countMessages(Duration patience) {
        return storage.readSlowly(EntryRows::countMessages, patience);
    }

    /// Bytes of the log on the disk, with what SQLite keeps beside it.
    ///
    /// @throws StorageException UNREACHABLE
    public long sizeOnDisk() {
        return file.size();
    }

    @Override
    public String hostId() {
        return hostId;
    }

    @Override
    public String epoch() {
        return epoch;
    }

    @Override
    public Map<RoomId, SeqRanges> lost() {
        return storage.read(ReplicaRows::lost);
    }

    @Override
    public List<Entry> affairs(RoomId room) {
        return storage.read(session -> EntryRows.affairs(session, room));
    }

    @Override
    public void affairs(Consumer<Entry> reader) {
        // The reader must not hear of anything twice, so this is not read again.
        if (storage.read(session -> EntryRows.affairs(session, reader)) > 0) {
            storage.mend();
        }
    }

    @Override
    public Map<RoomId, Instant> lastTimes() {
        return storage.read(RoomRows::lastTimes);
    }

    @Override
    public Optional<Entry> find(PersonId person, EntryId id) {
        return storage.readEntry(session -> EntryRows.find(session, person, id));
    }

    @Override
    public List<Entry> find(EntryId id) {
        return storage.readEntry(session -> EntryRows.find(session, id));
    }

    @Override
    public List<EntryPlace> places(Collection<EntryId> ids) {
        return storage.read(session -> EntryRows.places(session, ids));
    }

    @Override
    public List<Entry> find(Collection<EntryId> ids) {
        return storage.read(session -> EntryRows.find(session, ids));
    }

    @Override
    public Optional<StoredPerson> person(PersonId id) {
        return storage.read(session -> PeopleRows.find(session, id));
    }

    @Override
    public Map<RoomId, Long> readMarks(PersonId person) {
        return storage.read(session -> RoomRows.marks(session, person));
    }

    @Override
    public void append(Batch batch) {
        store(session -> new Appender(session).append(batch));
    }

    @Override
    public void note(String key, String value) {
        change(session -> Meta.note(session, key, value));
    }

    @Override
    public Optional<String> note(String key) {
        return storage.read(session -> Meta.note(session, key));
    }

    @Override
    public void nameHost(String id) {
        if (!id.equals(hostId)) {
            change(session -> Meta.nameHost(session, id));
            file.noteHost(id);
            hostId = id;
        }
    }

    @Override
    public List<PersonId> strangers(Instant before, int limit, Duration patience) {
        return storage.readSlowly(
                session -> PeopleRows.strangers(session, before, limit), patience);
    }

    @Override
    public List<StoredPost> posts(Instant before, long after, int limit, Duration patience) {
        return storage.readSlowly(
                session -> EntryRows.posts(session, before, after, limit), patience);
    }

    @Override
    public long countPosts(Instant before, Duration patience) {
        return storage.readSlowly(session -> EntryRows.countPosts(session, before), patience);
    }

    @Override
    public boolean emptyClosedRooms() {
        boolean[] more = {false};
        change(session -> more[0] = ClosedRooms.empty(session));
        emptied |= more[0];
        if (!more[0] && emptied) {
            emptied = false;
            sweep();
        }
        return more[0];
    }

    @Override
    public void close() {
        if (emptied) {
            emptied = false;
            sweep();
        }
        super.close();
    }

    @Override
    public void forgetPeople(List<PersonId> people) {
        change(
                session -> {
                    for (PersonId person : people) {
                        PeopleRows.forget(session, person);
                    }
                });
    }
}
