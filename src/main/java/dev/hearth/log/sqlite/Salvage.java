package dev.hearth.log.sqlite;

import dev.hearth.log.SeqRanges;
import dev.hearth.log.sqlite.LostEntries.Lost;
import dev.hearth.model.EntryId;
import dev.hearth.model.Payload;
import dev.hearth.model.Payload.Erased;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomId;
import dev.hearth.sqlite.DamagedRows;
import dev.hearth.sqlite.Database;
import dev.hearth.sqlite.SqlSession;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Saves what can be read of a damaged log into a new one: row by row around the damage, with the
/// sequence numbers and ids that were. One use.
///
/// **What was lost leaves its place.** A log has no holes: where an entry was there is a tombstone,
/// noted in `lost`, so that the text may come back from a member who has it. Its sequence number
/// and id come from the indexes, which lie in other pages than the entries. As long as all of them
/// are known, what clients hold fits what is left, and the epoch stays. A copy of a log may have
/// holes; there what was lost is fetched again.
final class Salvage {
    private static final String ENTRY =
            """
            INSERT OR IGNORE INTO entries
                (n, room, seq, id, person, at, kind, scope, about, payload)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final long MOST_NUMBERS = 100_000;
    private static final int COMMIT_EACH = 2_000;

    /// @param sameEpoch whether all that clients may hold is still at its place
    record Result(long saved, long lost, boolean sameEpoch) {}

    private record EntryRow(
            long n,
            long room,
            long seq,
            String id,
            long person,
            long at,
            String kind,
            String scope,
            @Nullable String about,
            String payload) {
        /// The source may be of a version without scopes.
        static EntryRow read(ResultSet row) throws SQLException {
            Payload payload = PayloadText.read(row.getString(7), row.getString(9));
            return new EntryRow(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    new EntryId(row.getString(4)).value(),
                    row.getLong(5),
                    row.getLong(6),
                    row.getString(7),
                    EntryRows.scope(payload),
                    row.getString(8),
                    row.getString(9));
        }
    }

    private final SqlSession source;
    private final SqlSession target;
    private final boolean holes;
    private final SeqRanges read = new SeqRanges();
    private final Set<Long> rooms = new HashSet<>();
    private final Set<Long> people = new HashSet<>();
    private long saved;
    private long lostCount;
    private boolean sameEpoch = true;

    private Salvage(SqlSession source, SqlSession target, boolean holes) {
        this.source = source;
        this.target = target;
        this.holes = holes;
    }

    /// @param fresh a file that does not exist yet
    /// @param holes whether this is a copy, which may have holes
    /// @throws SQLException nothing can be read
    static Result save(Path damaged, Path fresh, boolean holes) throws SQLException {
        try (SqlSession source = Database.connect(damaged);
                SqlSession target = Database.writer(fresh)) {
            source.execute("PRAGMA query_only = ON");
            source.execute("PRAGMA cell_size_check = ON");
            checkSchema(source);
            LogSchema.migrate(target);
            return new Salvage(source, target, holes).run();
        }
    }

    /// Without a schema every statement fails: trying each key would take minutes.
    private static void checkSchema(SqlSession source) throws SQLException {
        String tables =
                source.ask(
                        "SELECT count(*) FROM sqlite_schema"
                                + " WHERE name IN ('entries', 'people', 'rooms')");
        if (!tables.equals("3")) {
            throw new SQLException("the tables of a log are not there");
        }
    }

    private Result run() throws SQLException {
        target.execute("BEGIN");
        target.execute("DELETE FROM rooms");
        copyRooms();
        copyPeople();
        long highest = highest();
        DamagedRows.read(
                source,
                "SELECT n, room, seq, id, person, at, kind, about, payload FROM entries",
                "n",
                highest,
                EntryRow::read,
                this::save);
        Map<Long, Lost> lost = LostEntries.find(source, read);
        lostCount = lost.size();
        if (!holes) {
            for (Map.Entry<Long, Lost> each : lost.entrySet()) {
                leavePlace(each.getKey(), each.getValue());
            }
            fillHoles();
            lostCount = Long.parseLong(target.ask("SELECT count(*) FROM lost"));
        }
        copyMarks();
        copyMeta();
        target.execute(
                "INSERT OR IGNORE INTO rooms (id, name, topic, kind)"
                        + " VALUES ('#lobby', 'lobby', '', 'public')");
        target.execute("COMMIT");
        target.execute("BEGIN");
        index();
        target.execute("COMMIT");
        return new Result(saved, lostCount, sameEpoch);
    }

    private void copyRooms() throws SQLException {
        DamagedRows.read(
                source,
                "SELECT n, id, name, topic, kind, last_seq FROM rooms",
                "n",
                MOST_NUMBERS,
                row -> {
                    rooms.add(row.getLong(1));
                    return target.update(
                            "INSERT OR IGNORE INTO rooms VALUES (?, ?, ?, ?, ?, ?)",
                            row.getLong(1),
                            new RoomId(row.getString(2)).value(),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getLong(6));
                },
                _ -> {});
    }

    private void copyPeople() throws SQLException {
        DamagedRows.read(
                source,
                "SELECT n, id, name, folded, role, public_key, token_hash, since FROM people",
                "n",
                MOST_NUMBERS,
                row -> {
                    people.add(row.getLong(1));
                    return target.update(
                            "INSERT OR IGNORE INTO people VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                            row.getLong(1),
                            new PersonId(row.getString(2)).value(),
                            row.getString(3),
                            row.getString(4),
                            EntryRows.name(EntryRows.role(row.getString(5))),
                            row.getString(6),
                            row.getString(7),
                            row.getLong(8));
                },
                _ -> {});
    }

    /// The highest key of an entry, by whatever can still be read.
    private long highest() throws SQLException {
        long[] highest = {0};
        DamagedRows.readFromBothEnds(
                source,
                "SELECT n FROM entries INDEXED BY entries_log",
                "room, seq",
                row -> row.getLong(1),
                n -> highest[0] = Math.max(highest[0], n));
        return highest[0];
    }

    private void save(EntryRow row) throws SQLException {
        int added = insert(row);
        if (added > 0) {
            read.add(row.n(), row.n());
            saved++;
            if (saved % COMMIT_EACH == 0) {
                target.execute("COMMIT");
                target.ask("PRAGMA wal_checkpoint(TRUNCATE)");
                target.execute("BEGIN");
            }
        }
    }

    private int insert(EntryRow row) throws SQLException {
        meet(row.room(), row.person());
        return target.update(
                ENTRY,
                row.n(),
                row.room(),
                row.seq(),
                row.id(),
                row.person(),
                row.at(),
                row.kind(),
                row.scope(),
                row.about(),
                row.payload());
    }

    /// Whose row was lost goes by a name that says so.
    private void meet(long room, long person) throws SQLException {
        if (rooms.add(room)) {
            sameEpoch = false;
            target.update(
                    "INSERT OR IGNORE INTO rooms VALUES (?1, '#lost-' || ?1, 'lost-' || ?1, '',"
                            + " 'private', 0)",
                    room);
        }
        if (people.add(person)) {
            target.update(
                    "INSERT OR IGNORE INTO people VALUES (?1, 'lost-' || ?1, 'Lost ' || ?1,"
                            + " 'lost-' || ?1, 'guest', NULL, NULL, 0)",
                    person);
        }
    }

    private void leavePlace(long n, Lost it) throws SQLException {
        if (it.seq == 0) {
            return;
        }
        String id = it.id;
        if (id == null) {
            sameEpoch = false;
            id = "lost-" + n;
        }
        Erased erased = UnreadableRows.tombstone(n, it.about);
        long at =
                target.first(
                                """
                                SELECT at FROM entries WHERE room = ? AND seq < ?
                                ORDER BY seq DESC LIMIT 1
                                """,
                                row -> row.getLong(1),
                                it.room,
                                it.seq)
                        .orElse(0L);
        int added =
                insert(
                        new EntryRow(
                                n,
                                it.room,
                                it.seq,
                                id,
                                it.person,
                                at,
                                erased.kind(),
                                EntryRows.scope(erased),
                                erased.of().map(EntryId::value).orElse(null),
                                PayloadText.write(erased)));
        if (added > 0) {
            target.update("INSERT INTO lost VALUES (?)", n);
        }
    }

    /// Of what no index knows not even the id is left.
    private void fillHoles() throws SQLException {
        target.execute(
                "UPDATE rooms SET last_seq = max(last_seq,"
                        + " coalesce((SELECT max(seq) FROM entries WHERE room = rooms.n), 0))");
        Map<Long, Long> lastSeqs = new HashMap<>();
        target.each(
                "SELECT n, last_seq FROM rooms WHERE NOT " + ClosedRooms.IS_CLOSED,
                row -> {
                    lastSeqs.put(row.getLong(1), row.getLong(2));
                    return true;
                });
        for (Map.Entry<Long, Long> room : lastSeqs.entrySet()) {
            SeqRanges there = new SeqRanges();
            target.each(
                    "SELECT seq FROM entries WHERE room = ?",
                    row -> {
                        there.add(row.getLong(1), row.getLong(1));
                        return true;
                    },
                    room.getKey());
            for (long seq = 1; seq <= room.getValue(); seq++) {
                Optional<SeqRanges.Range> range = there.around(seq);
                if (range.isPresent()) {
                    seq = range.get().to();
                } else {
                    fill(room.getKey(), seq);
                }
            }
        }
    }

    private void fill(long room, long seq) throws SQLException {
        long n = target.first("SELECT max(n) + 1 FROM entries", row -> row.getLong(1)).orElse(1L);
        leavePlace(Math.max(n, 1), Lost.at(room, seq));
    }

    private void copyMarks() throws SQLException {
        DamagedRows.readFromBothEnds(
                source,
                "SELECT person, room, seq FROM marks",
                "person, room",
                row ->
                        people.contains(row.getLong(1)) && rooms.contains(row.getLong(2))
                                ? target.update(
                                        "INSERT OR IGNORE INTO marks VALUES (?, ?, ?)",
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getLong(3))
                                : 0,
                _ -> {});
    }

    private void copyMeta() throws SQLException {
        DamagedRows.readFromBothEnds(
                source,
                "SELECT key, value FROM meta",
                "key",
                row ->
                        sameEpoch || !row.getString(1).equals(Meta.EPOCH)
                                ? target.update(
                                        "INSERT OR IGNORE INTO meta VALUES (?, ?)",
                                        row.getString(1),
                                        row.getString(2))
                                : 0,
                _ -> {});
    }

    /// Search finds the latest text of each message that is left.
    private void index() throws SQLException {
        Appender appender = new Appender(target);
        target.each(
                EntryRows.SELECT + "WHERE e.kind = 'posted'",
                row -> {
                    var entry = EntryRows.read(row);
                    if (entry.payload() instanceof Posted posted) {
                        appender.say(entry.room(), entry.id(), posted.text());
                    }
                    return true;
                });
        target.each(
                "SELECT DISTINCT r.id, e.about FROM entries e JOIN rooms r ON r.n = e.room"
                        + " WHERE e.kind = 'edited'",
                row -> {
                    appender.sayAgain(new RoomId(row.getString(1)), new EntryId(row.getString(2)));
                    return true;
                });
    }
}
