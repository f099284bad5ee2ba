package dev.hearth.sqlite;

import dev.hearth.sqlite.SqlSession.Row;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the rows of a damaged file, around what cannot be read. Stateless.
public final class DamagedRows {
    private static final Logger LOG = LoggerFactory.getLogger(DamagedRows.class);
    private static final int PAGE = 500;

    /// Nothing of our size has larger gaps; a damaged number may.
    private static final long MOST_PROBES = 5_000_000;

    private DamagedRows() {}

    /// Does something with a row that was read; what it cannot use is lost.
    @FunctionalInterface
    public interface Taker<T> {
        void take(T row) throws SQLException;
    }

    /// Reads a table by its key, ascending. Where a page cannot be read, each key behind it is
    /// tried by itself until there is something again.
    ///
    /// @param select with the key as its first column, ending before WHERE
    /// @param key the name of the key
    /// @param highest no key is beyond it
    public static <T> void read(
            SqlSession source,
            String select,
            String key,
            long highest,
            Row<T> reader,
            Taker<T> taker)
            throws SQLException {
        String after = select + " WHERE " + key + " > ? ORDER BY " + key + " LIMIT " + PAGE;
        String single = select + " WHERE " + key + " = ?";
        long[] last = {0};
        long probes = 0;
        boolean more = true;
        while (more) {
            try {
                long[] count = {0};
                source.each(
                        after,
                        row -> {
                            take(row.getLong(1), reader, row, taker);
                            last[0] = row.getLong(1);
                            count[0]++;
                            return true;
                        },
                        last[0]);
                more = count[0] == PAGE;
            } catch (SQLException e) {
                checkDamage(e);
                do {
                    last[0]++;
                    probes++;
                } while (last[0] <= highest
                        && probes < MOST_PROBES
                        && !isReadable(source, single, last[0], reader, taker));
                more = last[0] <= highest && probes < MOST_PROBES;
            }
        }
    }

    private static <T> boolean isReadable(
            SqlSession source, String single, long key, Row<T> reader, Taker<T> taker)
            throws SQLException {
        try {
            source.each(
                    single,
                    row -> {
                        take(key, reader, row, taker);
                        return true;
                    },
                    key);
            return true;
        } catch (SQLException e) {
            checkDamage(e);
            return false;
        }
    }

    private static <T> void take(long key, Row<T> reader, ResultSet row, Taker<T> taker)
            throws SQLException {
        T read;
        try {
            read = reader.read(row);
        } catch (SQLDataException | RuntimeException e) {
            LOG.debug("row {} makes no sense", key, e);
            return;
        }
        taker.take(read);
    }

    /// Reads from both ends up to what cannot be read. What is read twice comes twice.
    ///
    /// @param order the columns to order by
    public static <T> void readFromBothEnds(
            SqlSession source, String select, String order, Row<T> reader, Consumer<T> taker)
            throws SQLException {
        try {
            source.each(select + " ORDER BY " + order, row -> accept(reader, row, taker));
        } catch (SQLException e) {
            checkDamage(e);
            String back = order.replace(",", " DESC,") + " DESC";
            try {
                source.each(select + " ORDER BY " + back, row -> accept(reader, row, taker));
            } catch (SQLException e2) {
                checkDamage(e2);
            }
        }
    }

    private static <T> boolean accept(Row<T> reader, ResultSet row, Consumer<T> taker)
            throws SQLException {
        taker.accept(reader.read(row));
        return true;
    }

    private static void checkDamage(SQLException e) throws SQLException {
        if (SqliteError.of(e) != SqliteError.DAMAGED) {
            throw e;
        }
    }
}
