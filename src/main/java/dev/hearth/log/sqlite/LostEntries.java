package dev.hearth.log.sqlite;

import dev.hearth.log.SeqRanges;
import dev.hearth.sqlite.DamagedRows;
import dev.hearth.sqlite.SqlSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the indexes of a damaged log say of the entries that cannot be read: they lie in other
/// pages. One use.
final class LostEntries {
    /// An entry that cannot be read; what no index says is 0 or null.
    static final class Lost {
        long room;
        long seq;
        long person;
        @Nullable String id;
        @Nullable String about;

        /// The entry at a place of which no index knows more.
        static Lost at(long room, long seq) {
            Lost lost = new Lost();
            lost.room = room;
            lost.seq = seq;
            return lost;
        }
    }

    @FunctionalInterface
    private interface Fact {
        void learn(ResultSet row, Lost it) throws SQLException;
    }

    private final SqlSession source;
    private final SeqRanges read;
    private final Map<Long, Lost> lost = new TreeMap<>();

    private LostEntries(SqlSession source, SeqRanges read) {
        this.source = source;
        this.read = read;
    }

    /// The entries of `source` whose keys are not among `read`, by their keys.
    static Map<Long, Lost> find(SqlSession source, SeqRanges read) throws SQLException {
        return new LostEntries(source, read).find();
    }

    private Map<Long, Lost> find() throws SQLException {
        look(
                "SELECT n, room, seq FROM entries INDEXED BY entries_log",
                "room, seq",
                (row, it) -> {
                    it.room = row.getLong(2);
                    it.seq = row.getLong(3);
                });
        look(
                "SELECT n, id, room FROM entries INDEXED BY entries_ids",
                "id, room",
                (row, it) -> {
                    it.id = row.getString(2);
                    it.room = row.getLong(3);
                });
        look(
                "SELECT n, id, person FROM entries INDEXED BY entries_requests",
                "id, person",
                (row, it) -> {
                    it.id = row.getString(2);
                    it.person = row.getLong(3);
                });
        look(
                "SELECT n, room, about FROM entries INDEXED BY entries_about"
                        + " WHERE about IS NOT NULL",
                "room, about",
                (row, it) -> it.about = row.getString(3));
        return lost;
    }

    private void look(String select, String order, Fact fact) throws SQLException {
        DamagedRows.readFromBothEnds(
                source,
                select,
                order,
                row -> {
                    long n = row.getLong(1);
                    if (read.around(n).isEmpty()) {
                        fact.learn(row, lost.computeIfAbsent(n, _ -> new Lost()));
                    }
                    return n;
                },
                _ -> {});
    }
}
