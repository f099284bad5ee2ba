package dev.hearth.store;

import dev.hearth.store.StorageException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;

/// The file: one connection that writes, behind a lock, and some that read: for pages, for single
/// entries (so that who looks for one never waits behind pages), and for searches. Thread-safe.
///
/// **Durable.** `synchronous=FULL` with a write-ahead log: COMMIT returns after the log was synced.
/// **Readers do not wait** for the writer nor the writer for them; each [#read] sees one moment.
/// **After a failure** of the disk the writing connection is thrown away, and the next write opens
/// another: nothing that it believed to know is trusted again.
final class Database {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    static final int BUSY_MILLIS = 2_000;
    private static final int SWEEP_MILLIS = 50;
    private static final long LONG_WAL = 4L << 20;

    /// From here on a checkpoint does not step back behind those who read.
    private static final long TOO_LONG_WAL = 16L << 20;

    private static final int TOO_LONG_MILLIS = 100;
    private static final int PAGE_READERS = 4;
    private static final int ENTRY_READERS = 2;

    /// A read that is in the way of a checkpoint is ended after this long.
    private static final Duration LONG_READ = Duration.ofSeconds(1);

    /// Something done with a session.
    @FunctionalInterface
    interface Work<T> {
        T with(SqlSession session) throws SQLException;
    }

    /// The same without a result.
    @FunctionalInterface
    interface Change {
        void with(SqlSession session) throws SQLException;
    }

    private final Path file;
    private final ReentrantLock writing = new ReentrantLock();
    private final Readers pages;
    private final Readers entries;
    private final SlowReaders slow;
    private final Scrubber scrubber;
    private @Nullable SqlSession writer;
    private long longWal = LONG_WAL;
    private volatile boolean closed;
    private volatile boolean suspect;

    private Database(Path file, SqlSession writer, Scrubber scrubber) throws SQLException {
        this.file = file;
        this.pages = new Readers(file, PAGE_READERS);
        this.entries = new Readers(file, ENTRY_READERS);
        this.slow = new SlowReaders(file);
        this.writer = writer;
        this.scrubber = scrubber;
    }

    /// Makes tables in a new file, and brings an old one to the latest version.
    @FunctionalInterface
    interface Preparation {
        void prepare(SqlSession writer) throws SQLException;
    }

    /// Opens a chat's log, making it when it is missing, and brings it to the latest version.
    static Database open(Path file) throws SQLException, IOException {
        return open(
                file,
                writer -> {
                    Schema.migrate(writer, Schema.latest());
                    Reindexing.finish(writer);
                });
    }

    /// Opens the file, making it when it is missing.
    static Database open(Path file, Preparation tables) throws SQLException, IOException {
        SqlSession writer = writer(file);
        Scrubber scrubber = null;
        try {
            tables.prepare(writer);
            scrubber = new Scrubber(file);
            return new Database(file, writer, scrubber);
        } catch (SQLException | IOException | RuntimeException e) {
            closeQuietly(writer);
            if (scrubber != null) {
                scrubber.close();
            }
            throw e;
        }
    }

    Path path() {
        return file;
    }

    /// A connection without any settings.
    static SqlSession connect(Path file) throws SQLException {
        return new SqlSession(DriverManager.getConnection("jdbc:sqlite:" + file));
    }

    /// A connection that may change the file.
    static SqlSession writer(Path file) throws SQLException {
        SqlSession session = connect(file);
        try {
            session.ask("PRAGMA busy_timeout = " + BUSY_MILLIS);
            session.ask("PRAGMA journal_mode = WAL");
            session.execute("PRAGMA synchronous = FULL");
            session.execute("PRAGMA foreign_keys = ON");
            // Overwrites what is deleted with zeros.
            session.ask("PRAGMA secure_delete = ON");
            // Nothing of what was said gets into a file beside this one.
            session.execute("PRAGMA temp_store = MEMORY");
            session.execute("PRAGMA cell_size_check = ON");
            session.execute("PRAGMA cache_size = -16000");
            // Checkpoints are made by this class, which has to know of each.
            session.ask("PRAGMA wal_autocheckpoint = 0");
            return session;
        } catch (SQLException e) {
            session.close();
            throw e;
        }
    }

    /// Reads one moment of the file. Waits while all reading connections are in use.
    <T> T read(Work<T> work) {
        return read(pages, work);
    }

    /// [#read] for what looks up single entries: never waits behind pages.
    <T> T readEntry(Work<T> work) {
        return read(entries, work);
    }

    private <T> T read(Readers readers, Work<T> work) {
        try {
            return readers.read(work);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /// Reads one moment of the file, for as long as `limit`; on a thread of its own.
    ///
    /// @throws SQLException [SlowReaders#isLate]
    /// @throws dev.hearth.model.HearthException BUSY: too many do so
    <T> T readSlowly(Work<T> work, Duration limit) throws SQLException {
        return slow.read(work, limit);
    }

    /// Changes the file, wholly or not at all; what was changed is on disk when this returns.
    ///
    /// @throws IllegalArgumentException when the schema does not allow it: something is there twice
    <T> T write(Work<T> work) {
        writing.lock();
        try {
            SqlSession session = writer();
            session.execute("BEGIN IMMEDIATE");
            try {
                T result = work.with(session);
                session.execute("COMMIT");
                checkpointIfLong(session);
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(session, e);
                throw e;
            }
        } catch (SQLException e) {
            if (isConstraint(e)) {
                throw new IllegalArgumentException("it contradicts what is stored", e);
            }
            throw failed(e);
        } finally {
            writing.unlock();
        }
    }

    /// Does something with the writing connection outside of a transaction.
    <T> T alone(Work<T> work) {
        writing.lock();
        try {
            return work.with(writer());
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            writing.unlock();
        }
    }

    /// Takes care that what was overwritten is in no file: moves the write-ahead log into the file,
    /// empties it, and zeroes what the file has no use for.
    ///
    /// Searches are ended for it, and begin again; a read that lasts is ended for it.
    ///
    /// @return false when somebody still reads an earlier moment
    boolean sweep() {
        writing.lock();
        try (SlowReaders.Halt _ = slow.halt()) {
            SqlSession session = writer();
            boolean emptied = checkpoint(session, SWEEP_MILLIS);
            if (emptied) {
                scrubber.scrub();
                // Its pages in memory still hold what was zeroed in the file.
                drop(session);
            } else {
                hurry();
            }
            return emptied;
        } catch (SQLException e) {
            throw failed(e);
        } catch (IOException e) {
            throw new StorageException(Reason.UNREACHABLE, e);
        } finally {
            writing.unlock();
        }
    }

    /// Keeps the write-ahead log short. What was committed is safe in it as well, so a checkpoint
    /// that fails is no failure of the write. While somebody reads it cannot be emptied; then it is
    /// tried again when it has grown, and from [#TOO_LONG_WAL] on readers are ended for it.
    private void checkpointIfLong(SqlSession session) {
        try {
            long size = scrubber.walSize();
            if (size > longWal) {
                boolean emptied = checkpointFirst(session, size);
                longWal = emptied ? LONG_WAL : size + LONG_WAL;
            }
        } catch (SQLException | IOException e) {
            LOG.warn("no checkpoint: {}", e.toString());
        }
    }

    /// Searches are ended for it at once, for they begin again by themselves.
    private boolean checkpointFirst(SqlSession session, long size)
            throws SQLException, IOException {
        boolean urgent = size > TOO_LONG_WAL;
        try (SlowReaders.Halt _ = slow.halt()) {
            boolean emptied = checkpoint(session, urgent ? TOO_LONG_MILLIS : 0);
            if (urgent && !emptied) {
                hurry();
            }
            return emptied;
        }
    }

    private void hurry() {
        pages.hurry(LONG_READ);
        entries.hurry(LONG_READ);
    }

    /// @return whether the write-ahead log is empty now
    private boolean checkpoint(SqlSession session, int patienceMillis)
            throws SQLException, IOException {
        scrubber.note();
        session.ask("PRAGMA busy_timeout = " + patienceMillis);
        try {
            return session.ask("PRAGMA wal_checkpoint(TRUNCATE)").equals("0");
        } finally {
            session.ask("PRAGMA busy_timeout = " + BUSY_MILLIS);
        }
    }

    private void drop(SqlSession session) {
        writer = null;
        closeQuietly(session);
    }

    StorageException failed(SQLException e) {
        StorageException failure = StorageException.of(e);
        if (failure.reason() == Reason.DAMAGED || failure.reason() == Reason.UNREACHABLE) {
            suspect = true;
        }
        return failure;
    }

    private SqlSession writer() throws SQLException {
        if (closed) {
            throw new StorageException(Reason.CLOSED);
        }
        SqlSession session = writer;
        if (session == null) {
            session = writer(file);
            writer = session;
        }
        return session;
    }

    private void rollBack(SqlSession session, Exception cause) {
        try {
            session.execute("ROLLBACK");
        } catch (SQLException e) {
            // SQLite has rolled back by itself after some failures.
            LOG.debug("no rollback after {}", cause.toString(), e);
        }
        if (cause instanceof SQLException e
                && StorageException.reason(e) != Reason.FULL
                && !isConstraint(e)) {
            drop(session);
        }
    }

    private static boolean isConstraint(SQLException e) {
        return (e.getErrorCode() & 0xFF) == SQLiteErrorCode.SQLITE_CONSTRAINT.code;
    }

    /// Closes the file after the write that is under way. Idempotent.
    ///
    /// @return whether it was open, and nothing about the file was ever wrong
    boolean close() {
        writing.lock();
        try {
            if (closed) {
                return false;
            }
            closed = true;
            slow.close();
            pages.close();
            entries.close();
            if (writer != null) {
                drop(writer);
            }
            scrubber.close();
            return !suspect;
        } catch (IOException e) {
            LOG.debug("the log's file could not be closed", e);
            return false;
        } finally {
            writing.unlock();
        }
    }

    static void closeQuietly(SqlSession session) {
        try {
            session.close();
        } catch (SQLException e) {
            LOG.debug("a connection to the log could not be closed", e);
        }
    }
}
