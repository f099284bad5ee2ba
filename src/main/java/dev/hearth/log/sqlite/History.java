package dev.hearth.log.sqlite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.HistoryPage;
import dev.hearth.model.RoomFold;
import dev.hearth.model.RoomId;
import dev.hearth.sqlite.SqlSession;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Reads messages with what happened to them since. Stateless; the session must see one moment.
final class History {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String IN_ROOM = "WHERE e.room = (SELECT n FROM rooms WHERE id = ?) ";
    private static final String MESSAGES =
            EntryRows.SELECT + IN_ROOM + "AND e.scope = 'message' AND e.about IS NULL ";
    private static final String BEFORE = MESSAGES + "AND e.seq < ? ORDER BY e.seq DESC LIMIT ?";
    private static final String FROM = MESSAGES + "AND e.seq >= ? ORDER BY e.seq LIMIT ?";
    private static final String ABOUT =
            EntryRows.SELECT_ABOUT
                    + IN_ROOM
                    + "AND e.about IS NOT NULL AND e.about IN (SELECT value FROM json_each(?))";

    private record Posts(List<Entry> entries, boolean more) {}

    private History() {}

    /// The newest `limit` messages before `seq`, fewer when they are large.
    static HistoryPage before(SqlSession session, RoomId room, long seq, int limit)
            throws SQLException {
        Posts posts = posts(session, BEFORE, room, seq, limit);
        return page(session, room, posts.entries(), posts.more());
    }

    /// The oldest `limit` messages from `seq` on, fewer when they are large.
    static HistoryPage from(SqlSession session, RoomId room, long seq, int limit)
            throws SQLException {
        Posts posts = posts(session, FROM, room, seq, limit);
        return page(session, room, posts.entries(), posts.more());
    }

    /// Half before `seq`, half from it on; more tells of those before.
    static HistoryPage around(SqlSession session, RoomId room, long seq, int limit)
            throws SQLException {
        Posts after = posts(session, FROM, room, seq, limit - limit / 2);
        Posts before = posts(session, BEFORE, room, seq, limit - after.entries().size());
        List<Entry> both = new ArrayList<>(before.entries());
        both.addAll(after.entries());
        return page(session, room, both, before.more());
    }

    /// The message made under `id`.
    static Optional<FoldedMessage> message(SqlSession session, RoomId room, EntryId id)
            throws SQLException {
        Optional<Entry> entry = EntryRows.find(session, room, id);
        return entry.isEmpty()
                ? Optional.empty()
                : fold(session, room, List.of(entry.get())).find(id);
    }

    /// `posts` and whatever is about them.
    static RoomFold fold(SqlSession session, RoomId room, Collection<Entry> posts)
            throws SQLException {
        RoomFold fold = new RoomFold(room);
        posts.forEach(fold::apply);
        List<String> ids = posts.stream().map(each -> each.id().value()).toList();
        session.each(
                ABOUT,
                row -> {
                    fold.apply(EntryRows.read(row));
                    return true;
                },
                room.value(),
                json(ids));
        return fold;
    }

    static String json(Collection<String> texts) {
        try {
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new AssertionError("texts always become JSON", e);
        }
    }

    private static HistoryPage page(
            SqlSession session, RoomId room, List<Entry> posts, boolean more) throws SQLException {
        return new HistoryPage(
                fold(session, room, posts).messages(),
                RoomRows.lastSeq(session, room).orElse(0L),
                more);
    }

    /// One more than `limit` are asked for, which tells whether there are more.
    private static Posts posts(SqlSession session, String sql, RoomId room, long seq, int limit)
            throws SQLException {
        List<Entry> posts = new ArrayList<>();
        boolean[] more = {false};
        int[] characters = {0};
        session.each(
                sql,
                row -> {
                    more[0] = posts.size() == limit || characters[0] >= EntryRows.PAGE_CHARACTERS;
                    if (!more[0]) {
                        posts.add(EntryRows.read(row));
                        characters[0] += row.getString(5).length();
                    }
                    return !more[0];
                },
                room.value(),
                seq,
                limit + 1);
        return new Posts(posts, more[0]);
    }
}
