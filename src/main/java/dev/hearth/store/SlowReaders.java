package dev.hearth.store;

import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.store.Database.Work;
import dev.hearth.store.StorageException.Reason;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/// Reads that may take long: a few at once, each with a deadline, on connections and threads of
/// their own. Whoever waits for one gives its carrier away. Thread-safe.
///
/// A read ends in three ways: by itself, at its deadline, or because a deletion needs the moment it
/// looks at to be over ([#halt]). After a halt it starts again within the same deadline.
final class SlowReaders implements AutoCloseable {
    /// Half of the processors at most, so that the other half is always for those who do not
    /// search.
    static final int AT_ONCE = Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 4);

    private static final Duration QUEUED = Duration.ofSeconds(1);
    private static final Duration AGAIN = Duration.ofMillis(5);
    private static final int HALT_TRIES = 50;
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final Path file;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Queue<SqlSession> idle = new ConcurrentLinkedQueue<>();
    private final Set<Reading<?>> running = ConcurrentHashMap.newKeySet();
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(
                    AT_ONCE,
                    AT_ONCE,
                    10,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    Thread.ofPlatform().name("hearth-search-", 1).daemon().factory());
    private volatile boolean closed;

    SlowReaders(Path file) {
        this.file = file;
        threads.allowCoreThreadTimeOut(true);
    }

    /// While it is open no slow read looks at any moment of the file.
    interface Halt extends AutoCloseable {
        @Override
        void close();
    }

    /// Whether `e` says that a read passed its deadline.
    static boolean isLate(SQLException e) {
        return (e.getErrorCode() & 0xFF) == SQLiteErrorCode.SQLITE_INTERRUPT.code;
    }

    /// @throws SQLException [#isLate]: it took longer than `limit`
    /// @throws HearthException BUSY: too many are under way
    <T> T read(Work<T> work, Duration limit) throws SQLException {
        enter();
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (true) {
                Reading<T> reading = new Reading<>(work);
                running.add(reading);
                try {
                    return reading.await(threads.submit(reading::run), end);
                } catch (SQLException e) {
                    if (!isLate(e)
                            || closed
                            || Thread.currentThread().isInterrupted()
                            || System.nanoTime() >= end) {
                        throw e;
                    }
                } finally {
                    running.remove(reading);
                }
            }
        } finally {
            places.release();
        }
    }

    private void enter() {
        boolean entered = false;
        try {
            entered = !closed && places.tryAcquire(QUEUED.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (closed) {
            throw new StorageException(Reason.CLOSED);
        }
        if (!entered) {
            throw new HearthException(
                    ErrorCode.BUSY, "Many people are searching. Try again in a moment.");
        }
    }

    /// Ends what is being read, and keeps more from beginning. What cannot be ended in a quarter of
    /// a second goes on.
    Halt halt() {
        boolean held = false;
        try {
            for (int i = 0; !held && i < HALT_TRIES; i++) {
                running.forEach(Reading::stop);
                held = gate.writeLock().tryLock(AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return held ? gate.writeLock()::unlock : () -> {};
    }

    @Override
    public void close() {
        closed = true;
        threads.shutdown();
        long end = System.nanoTime() + CLOSING.toNanos();
        try {
            do {
                running.forEach(Reading::stop);
            } while (!threads.awaitTermination(AGAIN.toMillis(), TimeUnit.MILLISECONDS)
                    && System.nanoTime() < end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closeIdle();
    }

    private void closeIdle() {
        for (SqlSession session; (session = idle.poll()) != null; ) {
            Database.closeQuietly(session);
        }
    }

    /// One attempt. Its session is its own until it ends.
    private final class Reading<T> {
        private final Work<T> work;
        private @Nullable SqlSession session;
        private boolean stopped;

        Reading(Work<T> work) {
            this.work = work;
        }

        /// On a thread of the pool.
        T run() throws SQLException {
            gate.readLock().lock();
            try {
                SqlSession mine = begin();
                try {
                    return Readers.moment(mine, work);
                } finally {
                    end(mine);
                }
            } finally {
                gate.readLock().unlock();
            }
        }

        private SqlSession begin() throws SQLException {
            SqlSession free = idle.poll();
            SqlSession mine = free == null ? Readers.reader(file) : free;
            synchronized (this) {
                session = mine;
                if (stopped) {
                    mine.interrupt();
                }
            }
            return mine;
        }

        private void end(SqlSession mine) {
            synchronized (this) {
                session = null;
            }
            mine.resume();
            idle.add(mine);
            if (closed) {
                closeIdle();
            }
        }

        /// May have to be said again: between two statements it would be lost to SQLite.
        synchronized void stop() {
            stopped = true;
            SqlSession mine = session;
            if (mine != null) {
                mine.interrupt();
            }
        }

        T await(Future<T> answer, long end) throws SQLException {
            boolean interrupted = false;
            try {
                while (true) {
                    long left = end - System.nanoTime();
                    boolean late = interrupted || left <= 0;
                    if (late) {
                        stop();
                    }
                    try {
                        return answer.get(late ? AGAIN.toNanos() : left, TimeUnit.NANOSECONDS);
                    } catch (TimeoutException _) {
                        // The next round ends it.
                    } catch (InterruptedException _) {
                        interrupted = true;
                    }
                }
            } catch (ExecutionException e) {
                throw failure(e.getCause());
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        private static SQLException failure(@Nullable Throwable cause) {
            return switch (cause) {
                case SQLException e -> e;
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case null, default -> new SQLException(cause);
            };
        }
    }
}
