package dev.hearth.log.sqlite;

import dev.hearth.sqlite.Database;
import dev.hearth.sqlite.Schema;
import dev.hearth.sqlite.SqlSession;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/// The kinds of files of this package: `001.sql`, `002.sql`, … of a chat's log, `outbox-001.sql`, …
/// of an outbox.
final class LogSchema {
    /// "HRTH".
    static final int APPLICATION_ID = 0x48525448;

    static final Schema LOG = new Schema(LogSchema.class, "", APPLICATION_ID);
    static final Schema OUTBOX = new Schema(LogSchema.class, "outbox-", APPLICATION_ID);

    private LogSchema() {}

    /// Opens a chat's log, making it when it is missing, and brings it to the newest version.
    static Database open(Path file) throws SQLException, IOException {
        return Database.open(file, LogSchema::migrate);
    }

    /// Brings a chat's log to the newest version.
    static void migrate(SqlSession session) throws SQLException {
        LOG.bring(session, LOG.newest());
        Reindexing.finish(session);
    }
}
