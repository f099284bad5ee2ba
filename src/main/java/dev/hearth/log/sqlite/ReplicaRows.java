package dev.hearth.log.sqlite;

import dev.hearth.log.SeqRanges;
import dev.hearth.model.EntryId;
import dev.hearth.model.EntryPlace;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.sqlite.SqlSession;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a copy of a log needs beside what every log does: to know its holes, and to forget.
/// Stateless; on whatever session it is given.
final class ReplicaRows {
    /// Gaps and islands: within a run without holes, sequence and row number differ by the same.
    private static final String HELD =
            """
            SELECT r.id, min(i.seq), max(i.seq) FROM (
                SELECT room, seq, seq - row_number() OVER (PARTITION BY room ORDER BY seq) AS island
                FROM entries) i
            JOIN rooms r ON r.n = i.room GROUP BY i.room, i.island
            """;

    private static final String HELD_OF_ROOM =
            """
            SELECT min(seq), max(seq) FROM (
                SELECT seq, seq - row_number() OVER (ORDER BY seq) AS island
                FROM entries WHERE room = (SELECT n FROM rooms WHERE id = ?))
            GROUP BY island
            """;

    /// One row of the index for each room, and the entry itself.
    private static final String NEWEST =
            """
            SELECT r.id, e.seq, e.id FROM rooms r JOIN entries e
            ON e.room = r.n AND e.seq = (SELECT max(seq) FROM entries WHERE room = r.n)
            """;

    private static final String OLDEST =
            """
            SELECT min(at) FROM search_texts
            WHERE room IN (SELECT n FROM rooms WHERE id IN (SELECT value FROM json_each(?)))
            """;

    private ReplicaRows() {}

    static Map<RoomId, SeqRanges> held(SqlSession session) throws SQLException {
        Map<RoomId, SeqRanges> held = new HashMap<>();
        session.each(
                HELD,
                row -> {
                    held.computeIfAbsent(new RoomId(row.getString(1)), _ -> new SeqRanges())
                            .add(row.getLong(2), row.getLong(3));
                    return true;
                });
        return held;
    }

    /// The parts that are held of one room.
    static SeqRanges held(SqlSession session, RoomId room) throws SQLException {
        SeqRanges held = new SeqRanges();
        session.each(
                HELD_OF_ROOM,
                row -> {
                    held.add(row.getLong(1), row.getLong(2));
                    return true;
                },
                room.value());
        return held;
    }

    static List<EntryPlace> newest(SqlSession session) throws SQLException {
        return session.list(
                NEWEST,
                row ->
                        new EntryPlace(
                                new RoomId(row.getString(1)),
                                row.getLong(2),
                                new EntryId(row.getString(3))));
    }

    static Map<RoomId, SeqRanges> lost(SqlSession session) throws SQLException {
        Map<RoomId, SeqRanges> lost = new HashMap<>();
        session.each(
                """
                SELECT r.id, e.seq FROM lost l JOIN entries e ON e.n = l.n
                JOIN rooms r ON r.n = e.room
                """,
                row -> {
                    lost.computeIfAbsent(new RoomId(row.getString(1)), _ -> new SeqRanges())
                            .add(row.getLong(2), row.getLong(2));
                    return true;
                });
        return lost;
    }

    /// What is dropped comes from the host again.
    static int dropUnreadable(SqlSession session) throws SQLException {
        UnreadableRows.mendOwners(session, RoomKind.PUBLIC);
        List<UnreadableRows.Unreadable> unreadable = UnreadableRows.entries(session);
        for (UnreadableRows.Unreadable entry : unreadable) {
            UnreadableRows.drop(session, entry);
        }
        return unreadable.size();
    }

    /// Drops the entries up to `seq`.
    static void prune(SqlSession session, RoomId room, long seq) throws SQLException {
        session.update(
                """
                DELETE FROM search_texts WHERE n IN (SELECT n FROM entries
                WHERE room = (SELECT n FROM rooms WHERE id = ?) AND seq <= ?)
                """,
                room.value(),
                seq);
        session.update(
                "DELETE FROM entries WHERE room = (SELECT n FROM rooms WHERE id = ?) AND seq <= ?",
                room.value(),
                seq);
    }

    static void forget(SqlSession session, RoomId room) throws SQLException {
        prune(session, room, Long.MAX_VALUE);
        session.update("UPDATE rooms SET last_seq = 0 WHERE id = ?", room.value());
    }

    static Optional<Instant> oldest(SqlSession session, Set<RoomId> rooms) throws SQLException {
        long millis =
                session.first(
                                OLDEST,
                                row -> row.getLong(1),
                                History.json(rooms.stream().map(RoomId::value).toList()))
                        .orElse(0L);
        return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
