package dev.hearth.log.sqlite;

import dev.hearth.files.AtomicFile;
import dev.hearth.sqlite.Database;
import dev.hearth.sqlite.SqlSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
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
    static void write(Path log, Path target, LongConsumer progress)
            throws SQLException, IOException {
        AtomicFile.<SQLException>replace(
                target,
                fresh -> {
                    try (SqlSession session = Database.connect(log);
                            var _ = new Watching(fresh, progress)) {
                        session.ask("PRAGMA busy_timeout = 5000");
                        session.execute("PRAGMA temp_store = MEMORY");
                        session.update("VACUUM INTO ?", fresh.toString());
                    }
                    mark(fresh);
                });
    }

    /// Whoever opens the copy starts another epoch.
    static void mark(Path copy) throws SQLException {
        try (SqlSession session = Database.connect(copy)) {
            Meta.markBackup(session);
        }
    }

    /// Tells how large a file has become, until it is closed. SQLite itself says nothing meanwhile.
    private static final class Watching implements AutoCloseable {
        private final CountDownLatch over = new CountDownLatch(1);

        Watching(Path file, LongConsumer progress) {
            Thread.ofVirtual().name("hearth-backup").start(() -> watch(file, progress));
        }

        private void watch(Path file, LongConsumer progress) {
            try {
                while (!over.await(PACE.toMillis(), TimeUnit.MILLISECONDS)) {
                    progress.accept(Files.size(file));
                }
            } catch (InterruptedException | IOException e) {
                LOG.debug("the progress of a backup is not told any more", e);
            }
        }

        @Override
        public void close() {
            over.countDown();
        }
    }
}
