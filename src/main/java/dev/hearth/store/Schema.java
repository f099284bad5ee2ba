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

/// The migrations: `001.sql`, `002.sql`, … Each makes the next version out of the one before; one
/// that was published is never changed. The file's version is SQLite's `user_version`.
final class Schema {
    /// "HRTH": tells a chat's log from other SQLite files.
    static final int APPLICATION_ID = 0x48525448;

    private static final List<String> MIGRATIONS =
            IntStream.iterate(1, n -> n + 1)
                    .mapToObj(Schema::resource)
                    .takeWhile(script -> script != null)
                    .map(String::valueOf)
                    .toList();

    private Schema() {}

    static int latest() {
        return MIGRATIONS.size();
    }

    static int version(Session session) throws SQLException {
        return Integer.parseInt(session.ask("PRAGMA user_version"));
    }

    /// Brings the file to the version `target`, each step a transaction of its own.
    ///
    /// @throws StorageException NEWER
    static void migrate(Session session, int target) throws SQLException {
        int version = version(session);
        if (version > target) {
            throw new StorageException(StorageException.Reason.NEWER);
        }
        while (version < target) {
            String script = MIGRATIONS.get(version);
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

    private static @Nullable String resource(int version) {
        String name = String.format(Locale.ROOT, "%03d.sql", version);
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
