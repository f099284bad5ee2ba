package dev.hearth.log.sqlite;

import dev.hearth.log.ChatReader;
import dev.hearth.log.SearchQuery;
import dev.hearth.log.StorageException;
import dev.hearth.log.StoreNotice;
import dev.hearth.log.StoredPerson;
import dev.hearth.log.StoredRoom;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.HistoryPage;
import dev.hearth.model.RoomFold;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomState;
import dev.hearth.model.SearchHits;
import dev.hearth.sqlite.Database;
import dev.hearth.sqlite.Sweeper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A log in the file `chat.db`: what the log of a host and a replica share. Thread-safe.
///
/// A change that the disk refuses changes nothing; `notices` hears of the first refusal and of the
/// first change after it.
abstract sealed class SqliteReader implements ChatReader, AutoCloseable
        permits SqliteChatLog, ReplicaLog {
    final LogFile file;
    final Storage storage;
    final Map<RoomId, Long> lastSeqs = new ConcurrentHashMap<>();
    private final Sweeper sweeper;
    private final Searches searches;
    private final Consumer<StoreNotice> notices;
    private boolean refusing;

    SqliteReader(LogFile file, Storage storage, Consumer<StoreNotice> notices) {
        this.file = file;
        this.storage = storage;
        this.notices = notices;
        this.sweeper = new Sweeper(storage.database());
        this.searches = new Searches(storage);
        reload();
    }

    /// Opens a log and closes its file again when that fails.
    static <T extends SqliteReader> T open(LogFile file, Storage storage, Supplier<T> constructor) {
        try {
            T log = constructor.get();
            if (!file.closedWell()) {
                // A crash may have left erased texts behind.
                SqliteReader reader = log;
                reader.sweeper.sweep();
            }
            return log;
        } catch (RuntimeException e) {
            storage.close();
            throw e;
        }
    }

    /// Changes rows that no room's log consists of.
    void change(Database.Change work) {
        try {
            storage.write(
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

    /// Removes overwritten content from all files, soon.
    void sweep() {
        sweeper.sweep();
    }

    /// Stores entries.
    void store(Database.Work<Appender> work) {
        try {
            Appender done = storage.write(work);
            done.lastSeqs().forEach((room, seq) -> lastSeqs.merge(room, seq, Math::max));
            if (done.erased()) {
                sweeper.sweep();
            }
            stored();
        } catch (StorageException e) {
            refused(e);
            throw e;
        } catch (IllegalArgumentException e) {
            // After a failure of the disk the log may hold more than the failed write reported.
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
        storage.read(RoomRows::all).forEach(room -> lastSeqs.put(room.id(), room.lastSeq()));
    }

    @Override
    public List<StoredRoom> rooms() {
        return storage.read(RoomRows::all);
    }

    @Override
    public RoomState state(RoomId room) {
        return RoomFold.of(room, storage.read(session -> EntryRows.affairs(session, room)));
    }

    @Override
    public long lastSeq(RoomId room) {
        return lastSeqs.getOrDefault(room, 0L);
    }

    @Override
    public List<Entry> after(RoomId room, long seq, int limit) {
        return storage.read(session -> EntryRows.after(session, room, seq, limit));
    }

    @Override
    public HistoryPage before(RoomId room, long seq, int limit) {
        return storage.read(session -> History.before(session, room, seq, limit));
    }

    @Override
    public HistoryPage from(RoomId room, long seq, int limit) {
        return storage.read(session -> History.from(session, room, seq, limit));
    }

    @Override
    public HistoryPage around(RoomId room, long seq, int limit) {
        return storage.read(session -> History.around(session, room, seq, limit));
    }

    @Override
    public Optional<Entry> find(RoomId room, EntryId id) {
        return storage.readEntry(session -> EntryRows.find(session, room, id));
    }

    @Override
    public Optional<FoldedMessage> message(RoomId room, EntryId id) {
        return storage.readEntry(session -> History.message(session, room, id));
    }

    @Override
    public SearchHits search(SearchQuery query) {
        return searches.search(query);
    }

    @Override
    public List<StoredPerson> people() {
        return storage.read(PeopleRows::all);
    }

    Storage database() {
        return storage;
    }

    /// Whether deleted text may still be in a file.
    boolean isSweeping() {
        return sweeper.isPending();
    }

    /// Ends after the write that is under way. Idempotent.
    @Override
    public void close() {
        boolean swept = sweeper.end();
        if (storage.close() && swept) {
            file.markClosed();
        }
    }
}
