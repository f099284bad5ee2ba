package dev.hearth.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A database file: one connection that writes, behind a lock, and several that read: for pages,
/// for single rows (so that a look-up never waits behind pages), and for slow reads. Thread-safe.
///
/// **Durable.** `synchronous=FULL` with a write-ahead log: COMMIT returns after the log was synced.
/// **Readers do not wait** for the writer nor the writer for them; each [#read] sees one moment.
/// **After a failure** of the disk the writing connection is thrown away, and the next write opens
/// another: nothing in its memory is trusted again.
public final class Database {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    static final int BUSY_MILLIS = 2_000;
    private static final int SWEEP_MILLIS = 50;
    private static final long LONG_WAL = 4L << 20;

    /// From this size on a checkpoint ends readers.
    private static final long TOO_LONG_WAL = 16L << 20;

    private static final int TOO_LONG_MILLIS = 100;
    private static final int PAGE_READERS = 4;
    private static final int ENTRY_READERS = 2;

    /// A read that blocks a checkpoint is ended after this long.
    private static final Duration LONG_READ = Duration.ofSeconds(1);

    /// Something done with a session.
    @FunctionalInterface
    public interface Work<T> {
        T with(SqlSession session) throws SQLException;
    }

    /// The same without a result.
    @FunctionalInterface
    public interface Change {
        void with(SqlSession session) throws SQLException;
    }

    /// How many slow reads run at once.
    public static final int SLOW_AT_ONCE = SlowReaders.AT_ONCE;

    private final Path file;
    private final LongAdder ran = new LongAdder();
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
        this.pages = new Readers(file, PAGE_READERS, ran);
        this.entries = new Readers(file, ENTRY_READERS, ran);
        this.slow = new SlowReaders(file);
        this.writer = writer.countInto(ran);
        this.scrubber = scrubber;
    }

    /// Makes tables in a new file, and brings an old one to the latest version.
    @FunctionalInterface
    public interface Preparation {
        void prepare(SqlSession writer) throws SQLException;
    }

    /// Opens the file, making it when it is missing.
    public static Database open(Path file, Preparation tables) throws SQLException, IOException {
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

    public Path path() {
        return file;
    }

    /// How many statements this program has run on the file, leaving out slow reads: each BEGIN and
    /// COMMIT is one. What something costs is the difference.
    public long statements() {
        return ran.sum();
    }

    /// A connection without any settings.
    public static SqlSession connect(Path file) throws SQLException {
        return new SqlSession(DriverManager.getConnection("jdbc:sqlite:" + file));
    }

    /// A connection that changes nothing and makes no file beside it, for a look at a file that
    /// somebody else may have open: what is not in the file itself yet is not seen, and where it is
    /// written to meanwhile a question may fail.
    public static SqlSession onlooker(Path file) throws SQLException {
        String name = file.toAbsolutePath().toUri().getRawPath();
        return new SqlSession(
                DriverManager.getConnection("jdbc:sqlite:file:" + name + "?mode=ro&immutable=1"));
    }

    /// A connection that may change the file.
    public static SqlSession writer(Path file) throws SQLException {
        SqlSession session = connect(file);
        try {
            session.ask("PRAGMA busy_timeout = " + BUSY_MILLIS);
            session.ask("PRAGMA journal_mode = WAL");
            session.execute("PRAGMA synchronous = FULL");
            session.execute("PRAGMA foreign_keys = ON");
            // Overwrites what is deleted with zeros.
            session.ask("PRAGMA secure_delete = ON");
            // No content gets into a file beside this one.
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
    public <T> T read(Work<T> work) throws SQLException {
        return read(pages, work);
    }

    /// [#read] for look-ups of single rows: never waits behind pages.
    public <T> T readEntry(Work<T> work) throws SQLException {
        return read(entries, work);
    }

    private <T> T read(Readers readers, Work<T> work) throws SQLException {
        try {
            return readers.read(work);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /// Reads one moment of the file, for as long as `limit`; on a thread of its own.
    ///
    /// @throws SQLException [SqliteError#SLOW], [SqliteError#CROWDED]
    public <T> T readSlowly(Work<T> work, Duration limit) throws SQLException {
        try {
            return slow.read(work, limit);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /// Changes the file, wholly or not at all; what was changed is on disk when this returns.
    ///
    /// @throws SQLException nothing was changed; [SqliteError#CONSTRAINT]: something is there twice
    public <T> T write(Work<T> work) throws SQLException {
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
            throw failed(e);
        } finally {
            writing.unlock();
        }
    }

    /// Does something with the writing connection outside of a transaction.
    public <T> T alone(Work<T> work) throws SQLException {
        writing.lock();
        try {
            return work.with(writer());
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            writing.unlock();
        }
    }

    /// Removes overwritten content from all files: moves the write-ahead log into the file, empties
    /// it, and zeroes the unused parts of pages.
    ///
    /// Slow reads are ended and begin again; other reads that last are ended.
    ///
    /// @return false while a reader still holds an earlier snapshot
    public boolean sweep() throws SQLException {
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
            throw new SqliteException(e);
        } finally {
            writing.unlock();
        }
    }

    /// Keeps the write-ahead log short. What was committed is safe in it as well, so a checkpoint
    /// that fails is no failure of the write. While a reader holds a snapshot the log cannot be
    /// emptied; the next attempt comes when it has grown, and from [#TOO_LONG_WAL] on ends readers.
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

    /// Slow reads are ended at once: they begin again by themselves.
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

    private SQLException failed(SQLException e) {
        SqliteError error = SqliteError.of(e);
        if (error == SqliteError.DAMAGED || error == SqliteError.UNREACHABLE) {
            suspect = true;
        }
        return e;
    }

    private SqlSession writer() throws SQLException {
        if (closed) {
            throw new SqliteException(SqliteError.CLOSED);
        }
        SqlSession session = writer;
        if (session == null) {
            session = writer(file).countInto(ran);
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
                && SqliteError.of(e) != SqliteError.FULL
                && SqliteError.of(e) != SqliteError.CONSTRAINT) {
            drop(session);
        }
    }

    /// Closes the file after the write that is under way. Idempotent.
    ///
    /// @return whether it was open, and nothing about the file was ever wrong
    public boolean close() {
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
            LOG.debug("the file could not be closed", e);
            return false;
        } finally {
            writing.unlock();
        }
    }

    static void closeQuietly(SqlSession session) {
        try {
            session.close();
        } catch (SQLException e) {
            LOG.debug("a connection could not be closed", e);
        }
    }
}
