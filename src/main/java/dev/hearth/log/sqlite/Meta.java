package dev.hearth.log.sqlite;

import dev.hearth.sqlite.SqlSession;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;

/// The names of the log: the host's id, which stays for ever, and the epoch, which is another one
/// whenever what was once in the log may no longer be there. Stateless.
final class Meta {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String HOST = "host";
    static final String EPOCH = "epoch";
    private static final String BACKUP = "backup";
    private static final String NOTE = "note.";

    private Meta() {}

    static String host(SqlSession session) throws SQLException {
        return get(session, HOST).orElseThrow(() -> new SQLException("the log has no host id"));
    }

    static String epoch(SqlSession session) throws SQLException {
        return get(session, EPOCH).orElseThrow(() -> new SQLException("the log has no epoch"));
    }

    /// Gives names to a new log, and another epoch to a copy that was made as a backup.
    ///
    /// @param host the id for a new log
    static void settle(SqlSession session, String host) throws SQLException {
        session.update("INSERT OR IGNORE INTO meta VALUES (?, ?)", HOST, host);
        if (get(session, EPOCH).isEmpty() || get(session, BACKUP).isPresent()) {
            put(session, EPOCH, fresh());
            session.update("DELETE FROM meta WHERE key = ?", BACKUP);
        }
    }

    static void nameHost(SqlSession session, String host) throws SQLException {
        put(session, HOST, host);
    }

    /// Marks a copy: a host that opens it starts another epoch, from wherever it was put.
    static void markBackup(SqlSession session) throws SQLException {
        put(session, BACKUP, "1");
    }

    /// 128 random bits.
    static String fresh() {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /// What was noted beside the log.
    static Optional<String> note(SqlSession session, String key) throws SQLException {
        return get(session, NOTE + key);
    }

    static void note(SqlSession session, String key, String value) throws SQLException {
        put(session, NOTE + key, value);
    }

    private static Optional<String> get(SqlSession session, String key) throws SQLException {
        return session.first("SELECT value FROM meta WHERE key = ?", row -> row.getString(1), key);
    }

    private static void put(SqlSession session, String key, String value) throws SQLException {
        session.update("INSERT OR REPLACE INTO meta VALUES (?, ?)", key, value);
    }
}
