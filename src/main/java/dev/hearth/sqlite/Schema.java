package dev.hearth.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The migrations of one kind of file: numbered scripts, `001.sql`, `002.sql`, … behind a prefix,
/// each of which makes the next version out of the one before. A published script is never changed.
/// The file's version is SQLite's `user_version`. Immutable.
public final class Schema {
    private final int applicationId;
    private final List<String> migrations;

    /// @param neighbour the scripts are resources beside this class
    /// @param applicationId tells these files from other SQLite files
    public Schema(Class<?> neighbour, String prefix, int applicationId) {
        this.applicationId = applicationId;
        migrations =
                IntStream.iterate(1, n -> n + 1)
                        .mapToObj(n -> resource(neighbour, prefix, n))
                        .takeWhile(script -> script != null)
                        .map(String::valueOf)
                        .toList();
    }

    /// The newest version that this program knows.
    public int newest() {
        return migrations.size();
    }

    /// The version of the file.
    public static int version(SqlSession session) throws SQLException {
        return Integer.parseInt(session.ask("PRAGMA user_version"));
    }

    /// Brings the file to the version `target`, each step a transaction of its own.
    ///
    /// @throws SqliteException NEWER
    public void bring(SqlSession session, int target) throws SQLException {
        int version = version(session);
        if (version > target) {
            throw new SqliteException(SqliteError.NEWER);
        }
        while (version < target) {
            String script = migrations.get(version);
            version++;
            session.execute("BEGIN IMMEDIATE");
            try {
                session.execute(script);
                session.execute("PRAGMA application_id = " + applicationId);
                session.execute("PRAGMA user_version = " + version);
                session.execute("COMMIT");
            } catch (SQLException e) {
                session.execute("ROLLBACK");
                throw e;
            }
        }
    }

    /// What is wrong with a file of this kind; empty when it can be used, or is missing.
    public String damage(Path file) throws SQLException, IOException {
        if (Files.notExists(file)) {
            return "";
        }
        if (Files.size(file) == 0) {
            // SQLite takes an empty file for a new one; ours is never empty once it exists.
            return "it is empty";
        }
        try (SqlSession session = Database.connect(file)) {
            if (!session.ask("PRAGMA application_id").equals("" + applicationId)) {
                return "it is no file of this kind";
            }
            String found = session.ask("PRAGMA quick_check(1)");
            return found.equals("ok") ? "" : found;
        } catch (SQLException e) {
            if (SqliteError.of(e) == SqliteError.DAMAGED) {
                return String.valueOf(e.getMessage());
            }
            throw e;
        }
    }

    private static @Nullable String resource(Class<?> neighbour, String prefix, int version) {
        String name = String.format(Locale.ROOT, "%s%03d.sql", prefix, version);
        try (InputStream in = neighbour.getResourceAsStream(name)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
