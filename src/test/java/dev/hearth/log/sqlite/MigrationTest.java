package dev.hearth.log.sqlite;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.log.Batch;
import dev.hearth.log.Log;
import dev.hearth.log.SearchQuery;
import dev.hearth.model.EntryId;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomId;
import dev.hearth.sqlite.Database;
import dev.hearth.sqlite.SqlSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A log of every earlier version is made by the migrations of that time, filled with the fixture
/// of that time, and opened by today's program. A new migration is covered by being there; a new
/// fixture is needed only when the rows of the last one no longer fit.
final class MigrationTest {
    private static final NavigableMap<Integer, String> FIXTURES =
            new TreeMap<>(
                    Map.of(
                            1,
                            """
                            INSERT INTO meta VALUES ('host', 'the host'), ('epoch', 'the epoch');
                            INSERT INTO people VALUES
                                (1, 'ann', 'Ann', 'ann', 'owner', 'key', 'hash', 1000),
                                (2, 'bob', 'Bob', 'bob', 'guest', NULL, NULL, 2000);
                            INSERT INTO rooms VALUES (7, '#old', 'old', 'topic', 'private', 3);
                            INSERT INTO entries (n, room, seq, id, person, at, kind, about, payload) VALUES
                                (1, 7, 1, 'a', 1, 1000, 'posted', NULL, '{"text":"first lighthouse"}'),
                                (2, 7, 2, 'b', 2, 2000, 'posted', NULL, '{"text":"second"}'),
                                (3, 7, 3, 'c', 2, 3000, 'reacted', 'a', '{"of":"a","emoji":"x","on":true}');
                            INSERT INTO texts VALUES
                                (1, 7, 1, 1000, 'first lighthouse'), (2, 7, 2, 2000, 'second');
                            INSERT INTO marks VALUES (1, 7, 2);
                            """));

    @TempDir Path folder;

    static List<Integer> versions() {
        return IntStream.rangeClosed(1, LogSchema.LOG.newest()).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void opensALogOfVersion(int version) throws SQLException {
        make(version);
        RoomId room = new RoomId("#old");
        try (SqliteChatLog store = open()) {
            assertThat(store.hostId()).isEqualTo("the host");
            assertThat(store.epoch()).isEqualTo("the epoch");
            assertThat(store.lastSeq(room)).isEqualTo(3);
            assertThat(store.after(room, 0, 10)).hasSize(3);
            assertThat(store.message(room, new EntryId("a")).orElseThrow().reactions())
                    .containsKey("x");
            assertThat(store.people()).anyMatch(it -> it.publicKey().equals(Optional.of("key")));
            assertThat(store.readMarks(new PersonId("ann"))).containsEntry(room, 2L);
            assertThat(store.search(SearchQuery.of("lighthouse", Set.of(room), 5)).hits())
                    .hasSize(1);
            store.append(Batch.of(List.of(Log.post(room, 4, "new lighthouse"))));
            assertThat(store.search(SearchQuery.of("lighthouse", Set.of(room), 5)).hits())
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aMigratedLogHasTheSchemaOfANewOne(int version) throws SQLException {
        make(version);
        try (SqliteChatLog migrated = open();
                SqliteChatLog fresh =
                        SqliteChatLog.open(
                                folder.resolve("new"), InstantSource.system(), _ -> {})) {
            assertThat(schema(migrated)).isEqualTo(schema(fresh));
        }
    }

    /// As the program of version 1 wrote it: triggers put each text, whole, into both indexes.
    @Test
    void boundsTheIndexOfALargeLogAndGoesOnAfterACrash() throws Exception {
        try (SqlSession session = Database.writer(folder.resolve("chat.db"))) {
            LogSchema.LOG.bring(session, 1);
            session.execute(requireNonNull(FIXTURES.get(1)));
            for (int n = 10; n < 1_210; n++) {
                String text = n % 100 == 0 ? "needle " + "a".repeat(200_000) : "lighthouse " + n;
                session.update(
                        "INSERT INTO entries VALUES (?1, 7, ?1, ?1, 1, 4000, 'posted', NULL, ?2)",
                        n,
                        PayloadText.write(new Posted("as in the index")));
                session.update("INSERT INTO texts VALUES (?, 7, 1, 4000, ?)", n, text);
            }
            session.execute("UPDATE rooms SET last_seq = 1209 WHERE n = 7");
            LogSchema.LOG.bring(session, 2);
            // What a crash in the middle leaves behind.
            session.update("INSERT INTO search_texts SELECT * FROM texts WHERE n = 1");
            session.update("DELETE FROM texts WHERE n = 1");
        }
        Set<RoomId> rooms = Set.of(new RoomId("#old"));
        try (SqliteChatLog store = open()) {
            assertThat(store.search(SearchQuery.of("needle", rooms, 50)).hits()).hasSize(12);
            assertThat(store.search(SearchQuery.of("lighthouse", rooms, 2_000)).hits())
                    .hasSize(1_189);
            assertThat(ask(store, "SELECT max(length(text)) FROM search_texts"))
                    .isEqualTo("" + SearchText.MOST_BYTES);
            assertThat(ask(store, "PRAGMA integrity_check")).isEqualTo("ok");
            for (String index : List.of("search_words", "search_grams")) {
                store.database()
                        .<Boolean>write(
                                it -> {
                                    it.execute(
                                            "INSERT INTO %1$s (%1$s, rank) VALUES ('integrity-check', 1)"
                                                    .formatted(index));
                                    return true;
                                });
            }
        }
        assertThat(Files.exists(folder.resolve("chat.db-wal"))).isFalse();
    }

    @Test
    void aNewLogSaysWhatItIs() {
        try (SqliteChatLog store = open()) {
            assertThat(ask(store, "PRAGMA user_version")).isEqualTo("" + LogSchema.LOG.newest());
            assertThat(ask(store, "PRAGMA application_id"))
                    .isEqualTo("" + LogSchema.APPLICATION_ID);
        }
    }

    private void make(int version) throws SQLException {
        try (SqlSession session = Database.writer(folder.resolve("chat.db"))) {
            LogSchema.LOG.bring(session, version);
            session.execute(FIXTURES.floorEntry(version).getValue());
        }
    }

    private SqliteChatLog open() {
        return SqliteChatLog.open(folder, InstantSource.system(), _ -> {});
    }

    private static List<String> schema(SqliteChatLog store) {
        return store.database()
                .read(
                        session ->
                                session.list(
                                        "SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY name",
                                        row -> row.getString(1)));
    }

    private static String ask(SqliteChatLog store, String pragma) {
        return store.database().read(session -> session.ask(pragma));
    }
}
