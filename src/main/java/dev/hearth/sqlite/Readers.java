package dev.hearth.sqlite;

import dev.hearth.sqlite.Database.Work;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The connections that read. Each read is short; [#hurry] ends a long read that keeps a checkpoint
/// from finishing. Thread-safe.
final class Readers {
    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);
    private static final int LOOK_MILLIS = 100;

    private final BlockingQueue<SqlSession> idle = new ArrayBlockingQueue<>(16);

    /// When each session in use was taken.
    private final Map<SqlSession, Long> since = new ConcurrentHashMap<>();

    private volatile boolean closed;

    Readers(Path file, int count, LongAdder ran) throws SQLException {
        try {
            for (int i = 0; i < count; i++) {
                idle.add(reader(file).countInto(ran));
            }
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    static SqlSession reader(Path file) throws SQLException {
        SqlSession session = Database.connect(file);
        session.ask("PRAGMA busy_timeout = " + Database.BUSY_MILLIS);
        session.execute("PRAGMA temp_store = MEMORY");
        session.execute("PRAGMA cell_size_check = ON");
        session.execute("PRAGMA query_only = ON");
        return session;
    }

    /// Reads one moment of the file. Waits while all connections are in use.
    ///
    /// @throws SqliteException CLOSED
    <T> T read(Work<T> work) throws SQLException {
        SqlSession session = take();
        try {
            return moment(session, work);
        } finally {
            give(session);
        }
    }

    static <T> T moment(SqlSession session, Work<T> work) throws SQLException {
        session.execute("BEGIN");
        try {
            return work.with(session);
        } finally {
            end(session);
        }
    }

    /// Ends reads that have lasted longer than `limit`.
    void hurry(Duration limit) {
        long latest = System.nanoTime() - limit.toNanos();
        for (SqlSession each : since.keySet()) {
            since.computeIfPresent(
                    each,
                    (session, start) -> {
                        if (start < latest) {
                            session.interrupt();
                        }
                        return start;
                    });
        }
    }

    /// A failure here must not hide that of the reading.
    private static void end(SqlSession session) {
        try {
            session.execute("COMMIT");
        } catch (SQLException e) {
            LOG.debug("a reading did not end", e);
        }
    }

    private SqlSession take() throws SqliteException {
        try {
            while (!closed) {
                SqlSession session = idle.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (session != null) {
                    since.put(session, System.nanoTime());
                    return session;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new SqliteException(SqliteError.CLOSED);
    }

    /// [#close] may run before or after the session becomes idle again, so both close idle
    /// sessions.
    private void give(SqlSession session) {
        since.remove(session);
        session.resume();
        idle.add(session);
        if (closed) {
            close();
        }
    }

    /// Closes those that are idle now, and the others when they become idle.
    void close() {
        closed = true;
        for (SqlSession session; (session = idle.poll()) != null; ) {
            Database.closeQuietly(session);
        }
    }
}
