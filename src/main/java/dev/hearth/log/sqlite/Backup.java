package dev.hearth.log.sqlite;

import dev.hearth.sqlite.Database;
import dev.hearth.sqlite.SqlSession;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;

/// Copies a log as it is at one moment, while others go on writing and reading.
final class Backup {
    private Backup() {}

    /// @param target replaced when it is there; it is whole or not there at all
    static void write(Path log, Path target) throws SQLException, IOException {
        Path fresh = target.resolveSibling(target.getFileName() + ".part");
        Files.deleteIfExists(fresh);
        try {
            try (SqlSession session = Database.connect(log)) {
                session.ask("PRAGMA busy_timeout = 5000");
                session.execute("PRAGMA temp_store = MEMORY");
                session.update("VACUUM INTO ?", fresh.toString());
            }
            mark(fresh);
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /// Whoever opens the copy starts another epoch.
    static void mark(Path copy) throws SQLException {
        try (SqlSession session = Database.connect(copy)) {
            Meta.markBackup(session);
        }
    }
}
