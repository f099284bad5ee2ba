package dev.hearth.log.sqlite;

import dev.hearth.log.Batch.ReadMark;
import dev.hearth.log.StoredRoom;
import dev.hearth.model.Entry;
import dev.hearth.model.Payload;
import dev.hearth.model.Payload.Opened;
import dev.hearth.model.Payload.Renamed;
import dev.hearth.model.Payload.TopicSet;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomFold;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.model.RoomState;
import dev.hearth.sqlite.SqlSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads and writes rooms and how far people have read in them. Stateless.
final class RoomRows {
    private static final String SELECT = "SELECT id, name, topic, kind, last_seq FROM rooms ";

    private RoomRows() {}

    static List<StoredRoom> all(SqlSession session) throws SQLException {
        return session.list(
                SELECT + "WHERE NOT " + ClosedRooms.IS_CLOSED + "ORDER BY n", RoomRows::read);
    }

    /// When the newest entry of each room was made.
    static Map<RoomId, Instant> lastTimes(SqlSession session) throws SQLException {
        Map<RoomId, Instant> times = new HashMap<>();
        session.each(
                """
                SELECT r.id, e.at FROM rooms r
                JOIN entries e ON e.room = r.n AND e.seq = r.last_seq
                """,
                row -> {
                    times.put(new RoomId(row.getString(1)), Instant.ofEpochMilli(row.getLong(2)));
                    return true;
                });
        return times;
    }

    static long lastSeq(SqlSession session, RoomId room) throws SQLException {
        return session.first(
                        "SELECT last_seq FROM rooms WHERE id = ?",
                        row -> row.getLong(1),
                        room.value())
                .orElse(0L);
    }

    /// A room that is not known yet.
    static void add(SqlSession session, RoomId room) throws SQLException {
        session.update(
                """
                INSERT INTO rooms (id, name, topic, kind) VALUES (?, '', '', 'public')
                ON CONFLICT (id) DO NOTHING
                """,
                room.value());
    }

    static void advance(SqlSession session, RoomId room, long seq) throws SQLException {
        session.update(
                "UPDATE rooms SET last_seq = max(last_seq, ?) WHERE id = ?", seq, room.value());
    }

    /// Keeps the row as the entry says.
    static void follow(SqlSession session, Entry entry) throws SQLException {
        String room = entry.room().value();
        if (entry.payload() instanceof Opened opened) {
            session.update(
                    "UPDATE rooms SET name = ?, topic = ?, kind = ? WHERE id = ?",
                    opened.name(),
                    opened.topic(),
                    EntryRows.name(opened.roomKind()),
                    room);
        } else if (entry.payload() instanceof TopicSet(String topic)) {
            session.update("UPDATE rooms SET topic = ? WHERE id = ?", topic, room);
        } else if (entry.payload() instanceof Renamed(String name)) {
            session.update("UPDATE rooms SET name = ? WHERE id = ?", name, room);
        }
    }

    /// The same where `entry` need not be the newest.
    static void refresh(SqlSession session, Entry entry) throws SQLException {
        switch (entry.payload()) {
            case Opened _, TopicSet _, Renamed _ -> {
                RoomState state =
                        RoomFold.of(entry.room(), EntryRows.affairs(session, entry.room()));
                session.update(
                        "UPDATE rooms SET name = ?, topic = ?, kind = ? WHERE id = ?",
                        state.name(),
                        state.topic(),
                        EntryRows.name(state.kind().orElse(RoomKind.PUBLIC)),
                        entry.room().value());
            }
            case Payload _ -> {}
        }
    }

    static void mark(SqlSession session, ReadMark mark) throws SQLException {
        session.update(
                """
                INSERT INTO marks (person, room, seq)
                SELECT p.n, r.n, ? FROM people p, rooms r WHERE p.id = ? AND r.id = ?
                ON CONFLICT (person, room) DO UPDATE SET seq = max(seq, excluded.seq)
                """,
                mark.seq(),
                mark.person().value(),
                mark.room().value());
    }

    static Map<RoomId, Long> marks(SqlSession session, PersonId person) throws SQLException {
        Map<RoomId, Long> marks = new HashMap<>();
        session.each(
                """
                SELECT r.id, m.seq FROM marks m JOIN people p ON p.n = m.person
                JOIN rooms r ON r.n = m.room WHERE p.id = ?
                """,
                row -> {
                    marks.put(new RoomId(row.getString(1)), row.getLong(2));
                    return true;
                },
                person.value());
        return marks;
    }

    private static StoredRoom read(ResultSet row) throws SQLException {
        return new StoredRoom(
                new RoomId(row.getString(1)),
                row.getString(2),
                row.getString(3),
                EntryRows.named(RoomKind.values(), row.getString(4)),
                row.getLong(5));
    }
}
