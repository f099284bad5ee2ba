package dev.hearth.log.sqlite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.model.EntryId;
import dev.hearth.model.Payload.Erased;
import dev.hearth.model.Role;
import dev.hearth.model.RoomKind;
import dev.hearth.sqlite.SqlSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Rows that SQLite can read and Hearth cannot: a byte changed where nothing but the meaning tells,
/// or another program wrote them. Stateless.
final class UnreadableRows {
    /// An entry of which the content makes no sense.
    record Unreadable(long n, @Nullable String about, String original) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NUMBERED =
            EntryRows.SELECT.replace("FROM entries", ", e.n, e.about FROM entries");

    private UnreadableRows() {}

    /// Looks at all entries.
    static List<Unreadable> entries(SqlSession session) throws SQLException {
        List<Unreadable> unreadable = new ArrayList<>();
        session.each(
                NUMBERED,
                row -> {
                    if (!isReadable(row)) {
                        unreadable.add(
                                new Unreadable(row.getLong(10), row.getString(11), original(row)));
                    }
                    return true;
                });
        return unreadable;
    }

    /// Whether people or rooms have what is no role or no kind of a room, which makes everything
    /// unreadable that belongs to them.
    static boolean areOwnersUnreadable(SqlSession session) throws SQLException {
        return session.first(
                        "SELECT 1 WHERE EXISTS (SELECT 1 FROM people WHERE role NOT IN"
                                + " (SELECT value FROM json_each(?)))"
                                + " OR EXISTS (SELECT 1 FROM rooms WHERE kind NOT IN"
                                + " (SELECT value FROM json_each(?)))",
                        row -> row.getInt(1),
                        names(Role.values()),
                        names(RoomKind.values()))
                .isPresent();
    }

    /// Gives them a role and a kind again.
    static void mendOwners(SqlSession session, RoomKind kind) throws SQLException {
        session.update(
                "UPDATE people SET role = 'member', since = 0 WHERE role NOT IN"
                        + " (SELECT value FROM json_each(?))",
                names(Role.values()));
        session.update(
                "UPDATE rooms SET kind = ? WHERE kind NOT IN (SELECT value FROM json_each(?))",
                EntryRows.name(kind),
                names(RoomKind.values()));
    }

    /// What takes the place of an entry that is lost. A tombstone of what was about a message is
    /// about none: about that one it would say that the message was deleted.
    static Erased tombstone(long n, @Nullable String about) {
        return new Erased(
                about == null ? Optional.empty() : Optional.of(new EntryId("of-lost-" + n)));
    }

    /// Leaves a tombstone in the place of the entry, noted as lost.
    static void bury(SqlSession session, Unreadable entry) throws SQLException {
        Erased erased = tombstone(entry.n(), entry.about());
        session.update("DELETE FROM search_texts WHERE n = ?", entry.n());
        session.update(
                "UPDATE entries SET kind = ?, scope = ?, about = ?, payload = ? WHERE n = ?",
                erased.kind(),
                EntryRows.scope(erased),
                erased.of().map(EntryId::value).orElse(null),
                PayloadText.write(erased),
                entry.n());
        session.update("INSERT OR IGNORE INTO lost VALUES (?)", entry.n());
    }

    static void drop(SqlSession session, Unreadable entry) throws SQLException {
        session.update("DELETE FROM search_texts WHERE n = ?", entry.n());
        session.update("DELETE FROM entries WHERE n = ?", entry.n());
    }

    private static String names(Enum<?>[] values) {
        return History.json(Stream.of(values).map(EntryRows::name).toList());
    }

    private static boolean isReadable(ResultSet row) {
        try {
            EntryRows.read(row);
            return true;
        } catch (SQLException | RuntimeException e) {
            return false;
        }
    }

    /// A line of JSON with what the row holds.
    private static String original(ResultSet row) throws SQLException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("room", row.getString(9));
        fields.put("seq", row.getLong(1));
        fields.put("id", row.getString(2));
        fields.put("person", row.getString(6));
        fields.put("at", row.getLong(3));
        fields.put("kind", row.getString(4));
        fields.put("payload", row.getString(5));
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new AssertionError("texts and numbers always become JSON", e);
        }
    }
}
