package dev.hearth.log.sqlite;

import dev.hearth.log.StoredPerson;
import dev.hearth.model.Names;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.sqlite.SqlSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reads and writes people. Stateless; on whatever session it is given.
final class PeopleRows {
    private static final String SELECT =
            "SELECT id, name, role, public_key, token_hash, since FROM people ";

    private PeopleRows() {}

    /// Adds the author of an entry unless they are known.
    static void meet(SqlSession session, Person person, Instant at) throws SQLException {
        session.update(
                """
                INSERT INTO people (id, name, folded, role, since) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (id) DO NOTHING
                """,
                person.id().value(),
                person.name(),
                Names.folded(person.name()),
                EntryRows.name(person.role()),
                at.toEpochMilli());
    }

    /// Writes down in a copy of a log what a person is called. What was known `at` a later time
    /// stays. Names need not be unique there, for some of them are old: so the folded name, by
    /// which a host finds people, is the id.
    static void hear(SqlSession session, Person person, Instant at) throws SQLException {
        session.update(
                """
                INSERT INTO people (id, name, folded, role, since) VALUES (?1, ?2, ?1, ?3, ?4)
                ON CONFLICT (id) DO UPDATE SET
                    name = excluded.name,
                    folded = excluded.folded,
                    role = excluded.role,
                    since = excluded.since
                WHERE excluded.since >= people.since
                """,
                person.id().value(),
                person.name(),
                EntryRows.name(person.role()),
                at.toEpochMilli());
    }

    static void save(SqlSession session, StoredPerson stored) throws SQLException {
        Person person = stored.person();
        session.update(
                """
                INSERT INTO people (id, name, folded, role, public_key, token_hash, since)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET
                    name = excluded.name,
                    folded = excluded.folded,
                    role = excluded.role,
                    public_key = excluded.public_key,
                    token_hash = excluded.token_hash
                """,
                person.id().value(),
                person.name(),
                Names.folded(person.name()),
                EntryRows.name(person.role()),
                stored.publicKey().orElse(null),
                stored.tokenHash().orElse(null),
                stored.since().toEpochMilli());
    }

    /// Members and guests who could come back, wrote at most one message and did nothing else, and
    /// of whom nothing is to be seen since `before`: no entry of theirs, and none that they have
    /// read.
    static List<PersonId> strangers(SqlSession session, Instant before, int limit)
            throws SQLException {
        return session.list(
                """
                SELECT people.id FROM people LEFT JOIN (
                    SELECT person, count(*) AS entries, max(at) AS last,
                        sum(kind NOT IN ('posted', 'erased')) AS others
                    FROM entries WHERE kind <> 'deleted' GROUP BY person
                ) AS wrote ON wrote.person = people.n
                WHERE people.role IN ('member', 'guest')
                    AND people.token_hash IS NOT NULL
                    AND people.public_key IS NULL
                    AND people.since < ?1
                    AND coalesce(wrote.entries, 0) <= 1
                    AND coalesce(wrote.others, 0) = 0
                    AND coalesce(wrote.last, 0) < ?1
                    AND NOT EXISTS (
                        SELECT 1 FROM marks
                        JOIN entries AS seen ON seen.room = marks.room AND seen.seq = marks.seq
                        WHERE marks.person = people.n AND seen.at >= ?1
                    )
                LIMIT ?2
                """,
                row -> new PersonId(row.getString(1)),
                before.toEpochMilli(),
                limit);
    }

    /// Takes from `person` all by which they could come back, and their claim to their name. The
    /// row stays: what they wrote is under it.
    static void forget(SqlSession session, PersonId person) throws SQLException {
        session.update(
                "DELETE FROM marks WHERE person = (SELECT n FROM people WHERE id = ?)",
                person.value());
        // Ids of people are unique, and no name folds to a text with this character in it.
        session.update(
                """
                UPDATE people SET public_key = NULL, token_hash = NULL, folded = id || char(0)
                WHERE id = ?
                """,
                person.value());
    }

    /// Everyone but those who were forgotten.
    static List<StoredPerson> all(SqlSession session) throws SQLException {
        return session.list(SELECT + "WHERE folded <> id || char(0) ORDER BY n", PeopleRows::read);
    }

    static Optional<StoredPerson> find(SqlSession session, PersonId id) throws SQLException {
        return session.first(
                SELECT + "WHERE id = ? AND folded <> id || char(0)", PeopleRows::read, id.value());
    }

    private static StoredPerson read(ResultSet row) throws SQLException {
        return new StoredPerson(
                new Person(
                        new PersonId(row.getString(1)),
                        row.getString(2),
                        EntryRows.role(row.getString(3))),
                Optional.ofNullable(row.getString(4)),
                Optional.ofNullable(row.getString(5)),
                Instant.ofEpochMilli(row.getLong(6)));
    }
}
