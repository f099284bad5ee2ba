package dev.hearth.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The migrations of one kind of file: `001.sql`, `002.sql`, … of a chat's log, `outbox-001.sql`, …
/// of an outbox. Each makes the next version out of the one before; one that was published is never
/// changed. The file's version is SQLite's `user_version`.
final class Schema {
    /// "HRTH": tells a chat's log from other SQLite files.
    static final int APPLICATION_ID = 0x48525448;

    private static final Schema LOG = new Schema("");
    static final Schema OUTBOX = new Schema("outbox-");

    private final List<String> migrations;

    private Schema(String prefix) {
        migrations =
                IntStream.iterate(1, n -> n + 1)
                        .mapToObj(n -> resource(prefix, n))
                        .takeWhile(script -> script != null)
                        .map(String::valueOf)
                        .toList();
    }

    /// Of a chat's log.
    static int latest() {
        return LOG.newest();
    }

    /// Brings a chat's log to the version `target`.
    ///
    /// @throws StorageException NEWER
    static void migrate(SqlSession session, int target) throws SQLException {
        LOG.bring(session, target);
    }

    int newest() {
        return migrations.size();
    }

    static int version(SqlSession session) throws SQLException {
        return Integer.parseInt(session.ask("PRAGMA user_version"));
    }

    /// Brings the file to the version `target`, each step a transaction of its own.
    ///
    /// @throws StorageException NEWER
    void bring(SqlSession session, int target) throws SQLException {
        int version = version(session);
        if (version > target) {
            throw new StorageException(StorageException.Reason.NEWER);
        }
        while (version < target) {
            String script = migrations.get(version);
            version++;
            session.execute("BEGIN IMMEDIATE");
            try {
                session.execute(script);
                session.execute("PRAGMA application_id = " + APPLICATION_ID);
                session.execute("PRAGMA user_version = " + version);
                session.execute("COMMIT");
            } catch (SQLException e) {
                session.execute("ROLLBACK");
                throw e;
            }
        }
    }

    private static @Nullable String resource(String prefix, int version) {
        String name = String.format(Locale.ROOT, "%s%03d.sql", prefix, version);
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
