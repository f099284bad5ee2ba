package dev.hearth.log.sqlite;

import dev.hearth.log.StoredPost;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.EntryPlace;
import dev.hearth.model.Payload;
import dev.hearth.model.Payload.MessagePayload;
import dev.hearth.model.Payload.RoomPayload;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import dev.hearth.sqlite.SqlSession;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads entries. Stateless; on whatever session it is given.
final class EntryRows {
    private static final Logger LOG = LoggerFactory.getLogger(EntryRows.class);

    /// A page is full when its texts have this many characters, whatever it was asked for: what is
    /// read at once stays small also where each message is large.
    static final int PAGE_CHARACTERS = 256 * 1024;

    /// The columns that [#read] wants.
    static final String SELECT =
            """
            SELECT e.seq, e.id, e.at, e.kind, e.payload, p.id, p.name, p.role, r.id
            FROM entries e JOIN people p ON p.n = e.person JOIN rooms r ON r.n = e.room
            """;

    /// The same for entries about messages. By itself SQLite would read the whole room.
    static final String SELECT_ABOUT =
            SELECT.replace("FROM entries e", "FROM entries e INDEXED BY entries_about");

    private static final String AFTER =
            SELECT
                    + """
                    WHERE e.room = (SELECT n FROM rooms WHERE id = ?) AND e.seq > ?
                    ORDER BY e.seq LIMIT ?
                    """;
    private static final String BY_REQUEST =
            SELECT + "WHERE e.id = ? AND e.person = (SELECT n FROM people WHERE id = ?)";
    private static final String BY_ROOM =
            SELECT + "WHERE e.id = ? AND e.room = (SELECT n FROM rooms WHERE id = ?)";
    private static final String EVERYWHERE = SELECT + "WHERE e.id = ? ORDER BY e.n";
    private static final String AFFAIRS =
            SELECT
                    + """
                    WHERE e.room = (SELECT n FROM rooms WHERE id = ?)
                    AND e.scope = 'room'
                    ORDER BY e.seq
                    """;

    private static final String ALL_AFFAIRS =
            SELECT
                    + """
                    WHERE e.scope = 'room'
                    ORDER BY e.room, e.seq
                    """;

    private EntryRows() {}

    /// How many messages there are in all rooms, without deleted ones.
    static long countMessages(SqlSession session) throws SQLException {
        return session.first(
                        """
                        SELECT count(*) FROM entries INDEXED BY entries_messages
                        WHERE scope = 'message' AND about IS NULL AND kind = 'posted'
                        """,
                        row -> row.getLong(1))
                .orElse(0L);
    }

    /// Messages made before `before` that are not deleted, in the order of their numbers.
    static List<StoredPost> posts(SqlSession session, Instant before, long after, int limit)
            throws SQLException {
        return session.list(
                """
                SELECT e.n, r.id, e.id, p.id, p.name, p.role
                FROM entries e JOIN people p ON p.n = e.person JOIN rooms r ON r.n = e.room
                WHERE e.n > ? AND e.kind = 'posted' AND e.at < ?
                ORDER BY e.n LIMIT ?
                """,
                row ->
                        new StoredPost(
                                row.getLong(1),
                                new RoomId(row.getString(2)),
                                new EntryId(row.getString(3)),
                                new Person(
                                        new PersonId(row.getString(4)),
                                        row.getString(5),
                                        role(row.getString(6)))),
                after,
                before.toEpochMilli(),
                limit);
    }

    static long countPosts(SqlSession session, Instant before) throws SQLException {
        return session.first(
                        "SELECT count(*) FROM entries WHERE kind = 'posted' AND at < ?",
                        row -> row.getLong(1),
                        before.toEpochMilli())
                .orElse(0L);
    }

    /// Up to `limit` entries after `seq`, fewer when they are large, and at least one if there is
    /// one.
    static List<Entry> after(SqlSession session, RoomId room, long seq, int limit)
            throws SQLException {
        List<Entry> page = new ArrayList<>();
        int[] characters = {0};
        session.each(
                AFTER,
                row -> {
                    page.add(read(row));
                    characters[0] += row.getString(5).length();
                    return characters[0] < PAGE_CHARACTERS;
                },
                room.value(),
                seq,
                limit);
        return page;
    }

    static Optional<Entry> find(SqlSession session, PersonId person, EntryId id)
            throws SQLException {
        return session.first(BY_REQUEST, EntryRows::read, id.value(), person.value());
    }

    static Optional<Entry> find(SqlSession session, RoomId room, EntryId id) throws SQLException {
        return session.first(BY_ROOM, EntryRows::read, id.value(), room.value());
    }

    static List<Entry> find(SqlSession session, Collection<EntryId> ids) throws SQLException {
        if (ids.isEmpty()) {
            return List.of();
        }
        Object[] values = padded(ids);
        return session.list(
                SELECT + "WHERE e.id IN (" + marks(values) + ") ORDER BY e.n",
                EntryRows::read,
                values);
    }

    /// Where the entries made under any of `ids` are. Reads nothing that was said in them.
    static List<EntryPlace> places(SqlSession session, Collection<EntryId> ids)
            throws SQLException {
        if (ids.isEmpty()) {
            return List.of();
        }
        Object[] values = padded(ids);
        return session.list(
                "SELECT r.id, e.seq, e.id FROM entries e JOIN rooms r ON r.n = e.room WHERE e.id IN ("
                        + marks(values)
                        + ")",
                row ->
                        new EntryPlace(
                                new RoomId(row.getString(1)),
                                row.getLong(2),
                                new EntryId(row.getString(3))),
                values);
    }

    private static String marks(Object[] values) {
        return "?" + ", ?".repeat(values.length - 1);
    }

    /// Repeats the last one up to a power of two, so that there are few statements to keep.
    private static Object[] padded(Collection<EntryId> ids) {
        List<String> values = new ArrayList<>(ids.stream().map(EntryId::value).toList());
        int places = values.size() == 1 ? 1 : Integer.highestOneBit(values.size() - 1) << 1;
        while (values.size() < places) {
            values.add(values.getLast());
        }
        return values.toArray();
    }

    static List<Entry> find(SqlSession session, EntryId id) throws SQLException {
        return session.list(EVERYWHERE, EntryRows::read, id.value());
    }

    /// What happened to the room, leaving out what was said in it.
    static List<Entry> affairs(SqlSession session, RoomId room) throws SQLException {
        return session.list(AFFAIRS, EntryRows::read, room.value());
    }

    /// What happened to all rooms, room after room, in order, leaving out what was said in them.
    /// What makes no sense is left out.
    ///
    /// @return how many were left out
    static int affairs(SqlSession session, Consumer<Entry> reader) throws SQLException {
        int[] unreadable = {0};
        session.each(
                ALL_AFFAIRS,
                row -> {
                    Entry entry;
                    try {
                        entry = read(row);
                    } catch (SQLDataException e) {
                        LOG.debug("entry {} cannot be read", row.getString(2), e);
                        unreadable[0]++;
                        return true;
                    }
                    reader.accept(entry);
                    return true;
                });
        return unreadable[0];
    }

    /// What the column `scope` says of an entry.
    static String scope(Payload payload) {
        return switch (payload) {
            case MessagePayload _ -> "message";
            case RoomPayload _ -> "room";
        };
    }

    static Entry read(ResultSet row) throws SQLException {
        Person person =
                new Person(
                        new PersonId(row.getString(6)), row.getString(7), role(row.getString(8)));
        return new Entry(
                new RoomId(row.getString(9)),
                row.getLong(1),
                new EntryId(row.getString(2)),
                person,
                Instant.ofEpochMilli(row.getLong(3)),
                PayloadText.read(row.getString(4), row.getString(5)));
    }

    static Role role(String name) throws SQLDataException {
        return named(Role.values(), name);
    }

    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E named(E[] all, String name) throws SQLDataException {
        for (E each : all) {
            if (name(each).equals(name)) {
                return each;
            }
        }
        throw new SQLDataException("no " + name);
    }
}
