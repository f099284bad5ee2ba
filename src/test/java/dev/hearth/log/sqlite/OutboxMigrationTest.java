package dev.hearth.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearth.log.StorageException;
import dev.hearth.log.sqlite.OutboxStore.Change;
import dev.hearth.log.sqlite.OutboxStore.Failure;
import dev.hearth.log.sqlite.OutboxStore.Waiting;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.RoomId;
import dev.hearth.sqlite.Database;
import dev.hearth.sqlite.SqlSession;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Outboxes of every earlier version, opened by today's program. A new migration is covered by
/// being there.
final class OutboxMigrationTest {
    /// The statements with which the program made its file before there were migrations.
    private static final String BEFORE_MIGRATIONS =
            """
            CREATE TABLE commands (
                n INTEGER PRIMARY KEY,
                id TEXT NOT NULL UNIQUE,
                room TEXT,
                event TEXT NOT NULL,
                payload TEXT NOT NULL,
                at INTEGER NOT NULL,
                code TEXT,
                reason TEXT
            ) STRICT;
            CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
            PRAGMA application_id = 1213355080;
            PRAGMA user_version = 1;
            """;

    private static final String ROWS =
            """
            INSERT INTO commands VALUES
                (3, 'a', '#lobby', 'chat message', '{"id":"a","room":"#lobby","text":"first"}', 5, NULL, NULL),
                (7, 'b', '#lobby', 'chat message', '{"id":"b","room":"#lobby","text":"second"}', 6, 'conflict', 'because');
            INSERT INTO meta VALUES ('token', '"secret"'), ('epoch', '"e-1"');
            """;

    @TempDir Path folder;

    private OutboxStore open() {
        return OutboxStore.open(folder, InstantSource.system(), _ -> {});
    }

    private void make(String... scripts) throws SQLException {
        try (SqlSession session = Database.writer(folder.resolve("outbox.db"))) {
            for (String script : scripts) {
                session.execute(script);
            }
        }
    }

    private static Waiting post(String id, String text, long at, Optional<Failure> why) {
        return new Waiting(
                new PostMessage(new EntryId(id), RoomId.LOBBY, text),
                Instant.ofEpochMilli(at),
                why);
    }

    private void assertAllIsThere() {
        Failure why = new Failure(ErrorCode.CONFLICT, "because");
        try (OutboxStore outbox = open()) {
            assertThat(outbox.waiting())
                    .containsExactly(
                            post("a", "first", 5, Optional.empty()),
                            post("b", "second", 6, Optional.of(why)));
            assertThat(outbox.note("token")).contains("secret");
            assertThat(outbox.note("epoch")).contains("e-1");
            outbox.write(List.of(new Change.Put(post("c", "third", 7, Optional.empty()))));
            assertThat(outbox.waiting()).hasSize(3);
        }
        assertThat(folder.resolve("token")).content().isEqualToIgnoringNewLines("secret");
    }

    @Test
    void opensAFileFromBeforeThereWereMigrations() throws SQLException {
        make(BEFORE_MIGRATIONS, ROWS);
        assertAllIsThere();
        assertThat(schema(folder)).isEqualTo(schemaOfANewOne());
    }

    static List<Integer> versions() {
        return IntStream.rangeClosed(1, LogSchema.OUTBOX.newest()).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void opensAFileOfVersion(int version) throws SQLException {
        try (SqlSession session = Database.writer(folder.resolve("outbox.db"))) {
            LogSchema.OUTBOX.bring(session, version);
            session.execute(ROWS);
        }
        assertAllIsThere();
        assertThat(schema(folder)).isEqualTo(schemaOfANewOne());
    }

    @Test
    void aFileOfANewerVersionIsLeftAlone() throws SQLException {
        make(BEFORE_MIGRATIONS, ROWS, "PRAGMA user_version = 1000");
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(this::open)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(StorageException.Reason.NEWER));
        make("PRAGMA user_version = 1");
        assertAllIsThere();
    }

    private String schemaOfANewOne() throws SQLException {
        Path fresh = folder.resolve("new");
        OutboxStore.open(fresh, InstantSource.system(), _ -> {}).close();
        return schema(fresh);
    }

    /// Without spaces and comments.
    private static String schema(Path where) throws SQLException {
        try (SqlSession session = Database.connect(where.resolve("outbox.db"))) {
            return String.join(
                            "\n",
                            session.list(
                                    "SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY name",
                                    row -> row.getString(1)))
                    .replaceAll("--.*", "")
                    .replaceAll("\\s+", " ");
        }
    }
}
