package dev.hearth.log.sqlite;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.log.Batch;
import dev.hearth.log.SeqRanges;
import dev.hearth.log.StoredRoom;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.Payload;
import dev.hearth.model.Payload.Closed;
import dev.hearth.model.Payload.Deleted;
import dev.hearth.model.Payload.Edited;
import dev.hearth.model.Payload.Erased;
import dev.hearth.model.Payload.Forgotten;
import dev.hearth.model.Payload.Invited;
import dev.hearth.model.Payload.Joined;
import dev.hearth.model.Payload.Left;
import dev.hearth.model.Payload.Muted;
import dev.hearth.model.Payload.Opened;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Payload.Reacted;
import dev.hearth.model.Payload.Removed;
import dev.hearth.model.Payload.Renamed;
import dev.hearth.model.Payload.RoleGiven;
import dev.hearth.model.Payload.RoomPayload;
import dev.hearth.model.Payload.TopicSet;
import dev.hearth.model.Payload.Unbanned;
import dev.hearth.model.Payload.Unmuted;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Removal;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.sqlite.Database;
import dev.hearth.sqlite.SqlSession;
import dev.hearth.testkit.SealedTypes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Logs and replicas without scopes (versions 1 and 2), with an entry of every kind, opened by
/// today's program: each entry is where its type says.
final class ScopeMigrationTest {
    private static final RoomId ROOM = new RoomId("#old");
    private static final PersonId BOB = new PersonId("bob");
    private static final List<Payload> ALL =
            List.of(
                    new Opened("old", "", RoomKind.PRIVATE, Optional.empty()),
                    new Posted("first lighthouse"),
                    new Posted("second"),
                    new Edited(new EntryId("e2"), "first harbour"),
                    new Reacted(new EntryId("e2"), "x", true),
                    new Erased(Optional.empty()),
                    new Erased(Optional.of(new EntryId("e6"))),
                    new Deleted(new EntryId("e6")),
                    new TopicSet("t"),
                    new Renamed("newer"),
                    new Invited(BOB),
                    new Joined(),
                    new Left(),
                    new Removed(BOB, Removal.BAN),
                    new Unbanned(BOB),
                    new Muted(BOB, Optional.empty()),
                    new Unmuted(BOB),
                    new RoleGiven(BOB, Role.MODERATOR),
                    new Forgotten(BOB),
                    new Closed());

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aLogOfVersion(int version) throws SQLException {
        make(folder, version);
        try (SqliteChatLog log = SqliteChatLog.open(folder, InstantSource.system(), _ -> {})) {
            assertIsRead(log);
            assertThat(log.affairs(ROOM))
                    .extracting(Entry::payload)
                    .containsExactlyElementsOf(ofRoom());
            log.append(Batch.of(List.of(entry(ALL.size() + 1L, new Posted("third")), next(22))));
            assertThat(log.affairs(ROOM)).last().isEqualTo(next(22));
            assertThat(log.before(ROOM, Long.MAX_VALUE, 1).messages().getFirst().text())
                    .isEqualTo("third");
        }
        assertThat(Files.exists(folder.resolve("chat.db-wal"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aReplicaOfVersion(int version) throws Exception {
        Path joined = Files.createDirectories(folder.resolve("joined/0123456789abcdef"));
        make(joined, version);
        try (ReplicaLog replica = ReplicaLog.open(joined, InstantSource.system(), _ -> {})) {
            assertIsRead(replica);
            replica.keep(List.of(entry(ALL.size() + 1L, new Renamed("newest"))));
            assertThat(replica.rooms())
                    .filteredOn(room -> room.id().equals(ROOM))
                    .extracting(StoredRoom::name)
                    .containsExactly("newest");
            assertThat(requireNonNull(replica.held().get(ROOM)).upTo(99))
                    .containsExactly(new SeqRanges.Range(1, ALL.size() + 1L));
        }
    }

    @Test
    void bothKindsAreReadByTheirIndex() throws SQLException {
        make(folder, 2);
        try (SqliteChatLog log = SqliteChatLog.open(folder, InstantSource.system(), _ -> {})) {
            assertThat(
                            plan(
                                    log,
                                    "SELECT seq FROM entries WHERE room = 7 AND scope = 'room'"
                                            + " ORDER BY seq"))
                    .contains("entries_affairs");
            assertThat(
                            plan(
                                    log,
                                    "SELECT seq FROM entries WHERE room = 7 AND scope = 'message'"
                                            + " AND about IS NULL AND seq < 9 ORDER BY seq DESC"))
                    .contains("entries_messages");
        }
    }

    /// A kind that is added to the types is added here too.
    @Test
    void everyKindIsInTheFixture() {
        assertThat(ALL.stream().<Class<?>>map(Object::getClass))
                .containsAll(SealedTypes.records(Payload.class));
    }

    private static void assertIsRead(SqliteReader log) {
        assertThat(log.after(ROOM, 0, 50)).extracting(Entry::payload).isEqualTo(ALL);
        Map<String, String> scopes = new HashMap<>();
        log.database()
                .read(
                        session -> {
                            session.each(
                                    "SELECT id, scope FROM entries",
                                    row -> scopes.put(row.getString(1), row.getString(2)) == null);
                            return true;
                        });
        for (int i = 0; i < ALL.size(); i++) {
            assertThat(scopes.get("e" + (i + 1)))
                    .as(ALL.get(i).kind())
                    .isEqualTo(EntryRows.scope(ALL.get(i)));
        }
        assertThat(log.before(ROOM, Long.MAX_VALUE, 50).messages())
                .extracting(it -> it.deleted() ? "-" : it.text())
                .containsExactly("first harbour", "second", "-");
    }

    private static List<Payload> ofRoom() {
        return ALL.stream().filter(RoomPayload.class::isInstance).toList();
    }

    private static String plan(SqliteChatLog log, String query) {
        return log.database()
                .read(
                        session ->
                                session.list(
                                        "EXPLAIN QUERY PLAN " + query, row -> row.getString(4)))
                .toString();
    }

    private static Entry entry(long seq, Payload payload) {
        return new Entry(
                ROOM,
                seq,
                new EntryId("e" + seq),
                new Person(new PersonId("ann"), "Ann", Role.OWNER),
                Instant.ofEpochMilli(seq),
                payload);
    }

    private static Entry next(long seq) {
        return entry(seq, new TopicSet("after"));
    }

    private static void make(Path folder, int version) throws SQLException {
        try (SqlSession session = Database.writer(folder.resolve("chat.db"))) {
            LogSchema.LOG.bring(session, version);
            session.execute(
                    """
                    INSERT INTO meta VALUES ('host', 'the host'), ('epoch', 'the epoch');
                    INSERT INTO people VALUES (1, 'ann', 'Ann', 'ann', 'owner', NULL, NULL, 0);
                    """);
            session.update(
                    "INSERT INTO rooms VALUES (7, '#old', 'newer', 't', 'private', ?)", ALL.size());
            for (int i = 0; i < ALL.size(); i++) {
                Payload payload = ALL.get(i);
                session.update(
                        "INSERT INTO entries VALUES (?1, 7, ?1, 'e' || ?1, 1, ?1, ?2, ?3, ?4)",
                        i + 1,
                        payload.kind(),
                        payload.about().map(EntryId::value).orElse(null),
                        PayloadText.write(payload));
            }
        }
    }
}
