package dev.hearth.log.sqlite;

import dev.hearth.files.AtomicFile;
import dev.hearth.sqlite.Database;
import dev.hearth.sqlite.SqlSession;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/// Copies a log as it is at one moment, while others go on writing and reading.
final class Backup {
    private Backup() {}

    /// @param target replaced when it is there; it is whole or not there at all
    static void write(Path log, Path target) throws SQLException, IOException {
        AtomicFile.<SQLException>replace(
                target,
                fresh -> {
                    try (SqlSession session = Database.connect(log)) {
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
}
