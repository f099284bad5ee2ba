package dev.hearth.log.sqlite;

import dev.hearth.log.Batch;
import dev.hearth.log.Batch.ReadMark;
import dev.hearth.log.StoredPerson;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.Payload.Deleted;
import dev.hearth.model.Payload.Edited;
import dev.hearth.model.Payload.Erased;
import dev.hearth.model.Payload.Forgotten;
import dev.hearth.model.Payload.MessagePayload;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomId;
import dev.hearth.sqlite.SqlSession;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes one batch within the transaction it is given, and remembers what changed in it.
final class Appender {
    private static final String ENTRY =
            """
            INSERT INTO entries (room, seq, id, person, at, kind, scope, about, payload) VALUES (
                (SELECT n FROM rooms WHERE id = ?), ?, ?, (SELECT n FROM people WHERE id = ?),
                ?, ?, ?, ?, ?)
            """;
    private static final String ENTRY_IF_NEW = ENTRY.replace("INSERT", "INSERT OR IGNORE");
    private static final String TEXT =
            """
            INSERT INTO search_texts (n, room, person, at, text)
            SELECT n, room, person, at, ? FROM entries
            WHERE id = ? AND room = (SELECT n FROM rooms WHERE id = ?)
            ON CONFLICT (n) DO UPDATE SET text = excluded.text
            """;
    private static final String NO_TEXT =
            """
            DELETE FROM search_texts WHERE n = (SELECT n FROM entries
            WHERE id = ? AND room = (SELECT n FROM rooms WHERE id = ?))
            """;
    private static final String DELETION =
            """
            SELECT 1 FROM entries INDEXED BY entries_about
            WHERE room = (SELECT n FROM rooms WHERE id = ?) AND about = ? AND about IS NOT NULL
            AND kind IN ('deleted', 'erased') LIMIT 1
            """;
    private static final String ERASE_MESSAGE =
            """
            UPDATE entries SET kind = 'erased', payload = ?
            WHERE id = ? AND room = (SELECT n FROM rooms WHERE id = ?) AND kind = 'posted'
            """;
    private static final String ERASE_EDITS =
            """
            UPDATE entries SET kind = 'erased', payload = ?
            WHERE about = ? AND room = (SELECT n FROM rooms WHERE id = ?) AND kind = 'edited'
            """;

    private final SqlSession session;
    private final Map<RoomId, Long> lastSeqs = new HashMap<>();
    private final Set<PersonId> met = new HashSet<>();
    private boolean erased;

    Appender(SqlSession session) {
        this.session = session;
    }

    /// @throws IllegalArgumentException when an entry does not follow on the log
    Appender append(Batch batch) throws SQLException {
        for (StoredPerson person : batch.people()) {
            PeopleRows.save(session, person);
        }
        for (Entry entry : batch.entries()) {
            append(entry);
        }
        for (Map.Entry<RoomId, Long> room : lastSeqs.entrySet()) {
            RoomRows.advance(session, room.getKey(), room.getValue());
        }
        for (ReadMark mark : batch.marks()) {
            RoomRows.mark(session, mark);
        }
        return this;
    }

    /// The newest sequence number of each room that got an entry.
    Map<RoomId, Long> lastSeqs() {
        return lastSeqs;
    }

    /// Whether a text was overwritten, so that older copies of it have to go.
    boolean erased() {
        return erased;
    }

    private void append(Entry entry) throws SQLException {
        follow(entry);
        if (met.add(entry.from().id())) {
            PeopleRows.meet(session, entry.from(), entry.at());
        }
        insert(ENTRY, entry);
        RoomRows.follow(session, entry);
        if (entry.payload() instanceof Posted posted) {
            say(entry.room(), entry.id(), posted.text());
        } else if (entry.payload() instanceof Edited(EntryId of, var _)) {
            sayAgain(entry.room(), of);
        } else if (entry.payload() instanceof Deleted(EntryId of)) {
            erase(entry.room(), of);
        } else if (entry.payload() instanceof Forgotten(PersonId person)) {
            PeopleRows.forget(session, person);
        }
    }

    /// @return whether it was not there yet
    private boolean insert(String sql, Entry entry) throws SQLException {
        int added =
                session.update(
                        sql,
                        entry.room().value(),
                        entry.seq(),
                        entry.id().value(),
                        entry.from().id().value(),
                        entry.at().toEpochMilli(),
                        entry.kind(),
                        EntryRows.scope(entry.payload()),
                        entry.payload().about().map(EntryId::value).orElse(null),
                        PayloadText.write(entry.payload()));
        return added > 0;
    }

    /// Takes entries of a log that is kept elsewhere, in whatever order they become known.
    Appender keep(List<Entry> entries) throws SQLException {
        for (Entry entry : entries) {
            RoomRows.add(session, entry.room());
            PeopleRows.hear(session, entry.from(), entry.at());
            if (insert(ENTRY_IF_NEW, entry)) {
                RoomRows.refresh(session, entry);
            }
            settle(entry);
            lastSeqs.merge(entry.room(), entry.seq(), Math::max);
        }
        for (Map.Entry<RoomId, Long> room : lastSeqs.entrySet()) {
            RoomRows.advance(session, room.getKey(), room.getValue());
        }
        return this;
    }

    /// Makes the message that `entry` is, or is about, what all that is held says of it.
    private void settle(Entry entry) throws SQLException {
        if (entry.payload() instanceof MessagePayload payload) {
            RoomId room = entry.room();
            EntryId id = payload.about().orElse(entry.id());
            if (entry.payload() instanceof Erased || isDeleted(room, id)) {
                erase(room, id);
            } else {
                sayAgain(room, id);
            }
        }
    }

    private boolean isDeleted(RoomId room, EntryId id) throws SQLException {
        return session.first(DELETION, _ -> true, room.value(), id.value()).isPresent();
    }

    private void follow(Entry entry) throws SQLException {
        Long known = lastSeqs.get(entry.room());
        if (known == null) {
            RoomRows.add(session, entry.room());
            known = RoomRows.lastSeq(session, entry.room());
        }
        if (entry.seq() != known + 1) {
            throw new IllegalArgumentException(
                    "entry " + entry.seq() + " does not follow on " + known);
        }
        lastSeqs.put(entry.room(), entry.seq());
    }

    void say(RoomId room, EntryId id, String text) throws SQLException {
        session.update(TEXT, SearchText.folded(text), id.value(), room.value());
    }

    void sayAgain(RoomId room, EntryId id) throws SQLException {
        Optional<FoldedMessage> message = History.message(session, room, id);
        if (message.isPresent() && !message.get().deleted()) {
            say(room, id, message.get().text());
        }
    }

    /// The row of the search goes first: it has to be taken out of the index with the old text.
    private void erase(RoomId room, EntryId id) throws SQLException {
        int changed = session.update(NO_TEXT, id.value(), room.value());
        changed +=
                session.update(
                        ERASE_MESSAGE,
                        PayloadText.write(new Erased(Optional.empty())),
                        id.value(),
                        room.value());
        changed +=
                session.update(
                        ERASE_EDITS,
                        PayloadText.write(new Erased(Optional.of(id))),
                        id.value(),
                        room.value());
        erased |= changed > 0;
    }
}
