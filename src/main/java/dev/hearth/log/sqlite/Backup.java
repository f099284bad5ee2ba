package dev.hearth.log.sqlite;

import dev.hearth.files.AtomicFile;
import dev.hearth.sqlite.Database;
import dev.hearth.sqlite.SqlSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Copies a log as it is at one moment, while others go on writing and reading.
final class Backup {
    private static final Duration PACE = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(Backup.class);

    private Backup() {}

    /// @param target replaced when it is there; what was there stays until the copy is whole
    /// @throws CancellationException thrown by `progress`: the target is as it was
    static void write(Path log, Path target, LongConsumer progress)
            throws SQLException, IOException {
        write(log, target, progress, PACE);
    }

    /// @param pace how often `progress` is told
    static void write(Path log, Path target, LongConsumer progress, Duration pace)
            throws SQLException, IOException {
        AtomicFile.<SQLException>replace(
                target,
                fresh -> {
                    try (SqlSession session = Database.connect(log);
                            var watching = new Watching(fresh, progress, pace, session)) {
                        session.ask("PRAGMA busy_timeout = 5000");
                        session.execute("PRAGMA temp_store = MEMORY");
                        copy(session, fresh, watching);
                    }
                    progress.accept(Files.size(fresh));
                    mark(fresh);
                });
    }

    private static void copy(SqlSession session, Path fresh, Watching watching)
            throws SQLException {
        try {
            session.update("VACUUM INTO ?", fresh.toString());
        } catch (SQLException e) {
            watching.cancellation()
                    .ifPresent(
                            cancelled -> {
                                cancelled.addSuppressed(e);
                                throw cancelled;
                            });
            throw e;
        }
    }

    /// Whoever opens the copy starts another epoch.
    static void mark(Path copy) throws SQLException {
        try (SqlSession session = Database.connect(copy)) {
            Meta.markBackup(session);
        }
    }

    /// Tells how large a file has become, until it is closed, and ends the copy where nobody wants
    /// it any more. SQLite itself says nothing meanwhile.
    private static final class Watching implements AutoCloseable {
        private final CountDownLatch over = new CountDownLatch(1);
        private final SqlSession session;
        private Optional<CancellationException> cancellation = Optional.empty();

        Watching(Path file, LongConsumer progress, Duration pace, SqlSession session) {
            this.session = session;
            Thread.ofVirtual().name("hearth-backup").start(() -> watch(file, progress, pace));
        }

        private void watch(Path file, LongConsumer progress, Duration pace) {
            try {
                while (!over.await(pace.toMillis(), TimeUnit.MILLISECONDS)) {
                    progress.accept(Files.size(file));
                }
            } catch (CancellationException e) {
                cancel(e);
            } catch (InterruptedException | IOException e) {
                LOG.debug("the progress of a backup is not told any more", e);
            }
        }

        private synchronized void cancel(CancellationException why) {
            // Once this is closed, so may the session be.
            if (over.getCount() > 0) {
                cancellation = Optional.of(why);
                session.interrupt();
            }
        }

        synchronized Optional<CancellationException> cancellation() {
            return cancellation;
        }

        @Override
        public synchronized void close() {
            over.countDown();
        }
    }
}
