package dev.hearth.log.sqlite;

import dev.hearth.sqlite.SqlSession;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Takes away what closed rooms hold: entries, their texts for search, read marks, name and topic.
/// What is left of a room is its id and the entry that closed it, so that the command that did is
/// recognised when it comes again. Stateless.
final class ClosedRooms {
    /// Holds for a row of `rooms`: nothing follows on the entry that closes a room.
    static final String IS_CLOSED =
            """
            EXISTS (SELECT 1 FROM entries e
            WHERE e.room = rooms.n AND e.seq = rooms.last_seq AND e.kind = 'closed')
            """;

    private static final String FULL =
            """
            SELECT n, last_seq FROM rooms
            WHERE EXISTS (SELECT 1 FROM entries e WHERE e.room = rooms.n AND e.seq < rooms.last_seq)
            AND
            """
                    + IS_CLOSED
                    + "LIMIT 1";
    private static final String SOME =
            """
            SELECT n, length(payload) FROM entries WHERE room = ? AND seq < ? ORDER BY seq LIMIT ?
            """;

    /// Rows and characters of one transaction: nobody who writes waits for long.
    private static final int ROWS = 500;

    private static final long CHARACTERS = 1L << 20;

    private record Full(long n, long lastSeq) {}

    private ClosedRooms() {}

    /// Takes a part away.
    ///
    /// @return whether there was anything to take
    static boolean empty(SqlSession session) throws SQLException {
        List<Full> full = session.list(FULL, row -> new Full(row.getLong(1), row.getLong(2)));
        for (Full room : full) {
            session.update("UPDATE rooms SET name = '', topic = '' WHERE n = ?", room.n());
            session.update("DELETE FROM marks WHERE room = ?", room.n());
            for (long entry : some(session, room)) {
                // The row of the search goes first: its texts have to be taken out of the index.
                session.update("DELETE FROM search_texts WHERE n = ?", entry);
                session.update("DELETE FROM lost WHERE n = ?", entry);
                session.update("DELETE FROM entries WHERE n = ?", entry);
            }
        }
        return !full.isEmpty();
    }

    private static List<Long> some(SqlSession session, Full room) throws SQLException {
        List<Long> entries = new ArrayList<>();
        long[] characters = {0};
        session.each(
                SOME,
                row -> {
                    entries.add(row.getLong(1));
                    characters[0] += row.getLong(2);
                    return characters[0] < CHARACTERS;
                },
                room.n(),
                room.lastSeq(),
                ROWS);
        return entries;
    }
}
