package dev.hearth.log.sqlite;

import dev.hearth.sqlite.Database;
import dev.hearth.sqlite.SqlSession;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The long part of the step from version 1 to 2: moves the texts of version 1 into the bounded
/// indexes, and then takes the old ones away. Stateless.
///
/// A part at a time, each a transaction of its own with a checkpoint after it: memory and
/// write-ahead log stay small however large the old indexes are, and after a crash it goes on where
/// it was, for what was moved is no longer among the old texts.
final class Reindexing {
    private static final Logger LOG = LoggerFactory.getLogger(Reindexing.class);
    private static final int ROWS = 500;
    private static final long BYTES = 4L << 20;

    /// The tables of an FTS5 index that grow with what is in it. Its settings stay to the end: it
    /// cannot be dropped without them. So do the two rows of its data that say how it is built.
    private static final List<String> GROWING = List.of("words", "grams");

    private static final String SOME =
            """
            SELECT n, room, person, at, substr(text, 1, 16384), length(CAST(text AS BLOB))
            FROM texts ORDER BY n LIMIT ?
            """;
    private static final String MOVED =
            "INSERT INTO search_texts (n, room, person, at, text) VALUES (?, ?, ?, ?, ?)";

    private record Row(long n, long room, long person, long at, String text, long bytes) {}

    private Reindexing() {}

    /// Does what is left to do, if anything is.
    static void finish(SqlSession session) throws SQLException {
        if (session.ask("SELECT 1 FROM sqlite_schema WHERE name = 'texts'").isEmpty()) {
            return;
        }
        boolean large = !session.ask("SELECT 1 FROM texts LIMIT 1").isEmpty();
        if (large) {
            LOG.info("This log was written by an older Hearth: its search index is made anew.");
        }
        repeat(session, Reindexing::move);
        for (String index : GROWING) {
            repeat(session, it -> empty(it, index + "_data", "id", "WHERE id > 10"));
            repeat(session, it -> empty(it, index + "_docsize", "id", ""));
        }
        transaction(session, Reindexing::drop);
        checkpoint(session);
    }

    private static void drop(SqlSession session) throws SQLException {
        for (String index : GROWING) {
            session.execute("DROP TABLE " + index);
        }
        session.execute("DROP TABLE texts");
    }

    @FunctionalInterface
    private interface Part {
        /// @return whether there was anything to do
        boolean does(SqlSession session) throws SQLException;
    }

    private static void repeat(SqlSession session, Part part) throws SQLException {
        boolean[] more = {true};
        while (more[0]) {
            transaction(session, it -> more[0] = part.does(it));
            checkpoint(session);
        }
    }

    private static void transaction(SqlSession session, Database.Change work) throws SQLException {
        session.execute("BEGIN IMMEDIATE");
        try {
            work.with(session);
            session.execute("COMMIT");
        } catch (SQLException | RuntimeException e) {
            session.execute("ROLLBACK");
            throw e;
        }
    }

    private static boolean move(SqlSession session) throws SQLException {
        List<Row> rows = some(session);
        for (Row row : rows) {
            session.update(
                    MOVED,
                    row.n(),
                    row.room(),
                    row.person(),
                    row.at(),
                    SearchText.folded(row.text()));
        }
        if (!rows.isEmpty()) {
            session.update("DELETE FROM texts WHERE n <= ?", rows.getLast().n());
        }
        return !rows.isEmpty();
    }

    private static List<Row> some(SqlSession session) throws SQLException {
        List<Row> rows = new ArrayList<>();
        long[] bytes = {0};
        session.each(
                SOME,
                row -> {
                    rows.add(
                            new Row(
                                    row.getLong(1),
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getLong(4),
                                    row.getString(5),
                                    row.getLong(6)));
                    bytes[0] += rows.getLast().bytes();
                    return bytes[0] < BYTES;
                },
                ROWS);
        return rows;
    }

    /// Takes rows away: what they hold is overwritten, as everything that is deleted.
    private static boolean empty(SqlSession session, String table, String key, String where)
            throws SQLException {
        return session.update(
                        "DELETE FROM %1$s WHERE %2$s IN (SELECT %2$s FROM %1$s %3$s LIMIT 1000)"
                                .formatted(table, key, where))
                > 0;
    }

    /// While this runs nobody else has the log open.
    private static void checkpoint(SqlSession session) throws SQLException {
        session.ask("PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
