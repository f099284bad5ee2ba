package dev.hearth.sqlite;

import dev.hearth.sqlite.Database.Work;
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

/// Reads that may take long: a few at once, each with a deadline, on connections and threads of
/// their own. A virtual thread that waits for a read frees its carrier. Thread-safe.
///
/// A read ends in three ways: by itself, at its deadline, or because a deletion needs its snapshot
/// released ([#halt]). After a halt it starts again within the same deadline.
final class SlowReaders implements AutoCloseable {
    /// At most half of the processors: the other half always serves what is not a search.
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

    /// While it is open no slow read holds a snapshot of the file.
    interface Halt extends AutoCloseable {
        @Override
        void close();
    }

    /// @throws SQLException [SqliteError#SLOW]: it took longer than `limit`; [SqliteError#CROWDED]:
    ///   too many reads are under way
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
                    if (SqliteError.of(e) != SqliteError.SLOW
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

    private void enter() throws SqliteException {
        boolean entered = false;
        try {
            entered = !closed && places.tryAcquire(QUEUED.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (closed) {
            throw new SqliteException(SqliteError.CLOSED);
        }
        if (!entered) {
            throw new SqliteException(SqliteError.CROWDED);
        }
    }

    /// Ends running reads and keeps others from starting. Reads that do not end within a quarter of
    /// a second go on.
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

        /// May have to be repeated: SQLite ignores an interrupt between two statements.
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
