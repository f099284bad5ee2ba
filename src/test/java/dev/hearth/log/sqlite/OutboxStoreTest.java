package dev.hearth.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.log.StoreNotice;
import dev.hearth.log.sqlite.OutboxStore.Change;
import dev.hearth.log.sqlite.OutboxStore.Failure;
import dev.hearth.log.sqlite.OutboxStore.Waiting;
import dev.hearth.model.Command;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomId;
import dev.hearth.sqlite.Database;
import dev.hearth.sqlite.SqlSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutboxStoreTest {
    private static final Instant AT = Instant.ofEpochMilli(1_000);

    @TempDir Path folder;
    private final List<StoreNotice> notices = new ArrayList<>();

    private OutboxStore open(Path where) {
        return OutboxStore.open(where, InstantSource.system(), notices::add);
    }

    private static Waiting post(String id) {
        return new Waiting(
                new PostMessage(new EntryId(id), RoomId.LOBBY, "text " + id), AT, Optional.empty());
    }

    @Test
    void keepsTheOrderAlsoOfWhatIsTriedAgain() {
        Waiting open =
                new Waiting(
                        new Command.OpenDirect(new EntryId("d"), new PersonId("bob")),
                        AT,
                        Optional.empty());
        Failure why = new Failure(ErrorCode.CONFLICT, "because");
        try (OutboxStore outbox = open(folder)) {
            outbox.write(
                    List.of(
                            new Change.Put(post("a")),
                            new Change.Put(post("b")),
                            new Change.Put(open),
                            new Change.Put(post("c"))));
            outbox.write(
                    List.of(
                            new Change.Fail(new EntryId("c"), why),
                            new Change.Remove(new EntryId("b")),
                            new Change.Put(post("a"))));
        }
        try (OutboxStore outbox = open(folder)) {
            assertThat(outbox.waiting())
                    .containsExactly(
                            open,
                            new Waiting(post("c").command(), AT, Optional.of(why)),
                            post("a"));
        }
    }

    /// What a process that is killed leaves are its files as they are.
    @Test
    void whatWasWrittenIsThereAlsoWhenNobodyClosedIt() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("copy"));
        Path original = Files.createDirectory(folder.resolve("original"));
        try (OutboxStore outbox = open(original)) {
            for (int i = 0; i < 20; i++) {
                outbox.write(List.of(new Change.Put(post("id" + i))));
            }
            try (Stream<Path> files = Files.list(original)) {
                for (Path file : files.toList()) {
                    Files.copy(file, copy.resolve(file.getFileName()));
                }
            }
        }
        try (OutboxStore outbox = open(copy)) {
            assertThat(outbox.waiting()).hasSize(20).last().isEqualTo(post("id19"));
        }
    }

    @Test
    void remembersNotes() {
        Map<String, Object> tree = Map.of("name", "Ada", "list", List.of(1, "two", true));
        try (OutboxStore outbox = open(folder)) {
            outbox.write(List.of(new Change.Note("token", "x"), new Change.Note("tree", tree)));
            outbox.write(List.of(new Change.Note("token", "y")));
        }
        try (OutboxStore outbox = open(folder)) {
            assertThat(outbox.note("token")).contains("y");
            assertThat(outbox.note("tree")).contains(tree);
            assertThat(outbox.note("nothing")).isEmpty();
        }
    }

    @Test
    void aFileThatCannotBeReadIsSetAside() throws IOException {
        byte[] nonsense = "this is no database at all".repeat(100).getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("outbox.db"), nonsense);
        try (OutboxStore outbox = open(folder)) {
            outbox.write(List.of(new Change.Put(post("a"))));
            assertThat(outbox.waiting()).containsExactly(post("a"));
        }
        assertThat(notices)
                .singleElement()
                .isInstanceOfSatisfying(
                        StoreNotice.SetAside.class,
                        notice -> assertThat(notice.kept()).hasBinaryContent(nonsense));
    }

    @Test
    void whatThisVersionCannotReadStays() {
        try (OutboxStore outbox = open(folder)) {
            outbox.write(List.of(new Change.Put(post("a")), new Change.Put(post("b"))));
        }
        changeFile("UPDATE commands SET event = 'dance' WHERE id = 'a'");
        try (OutboxStore outbox = open(folder)) {
            assertThat(outbox.waiting()).containsExactly(post("b"));
            outbox.write(List.of(new Change.Remove(new EntryId("b"))));
        }
        changeFile("UPDATE commands SET event = 'chat message' WHERE id = 'a'");
        try (OutboxStore outbox = open(folder)) {
            assertThat(outbox.waiting()).containsExactly(post("a"));
        }
    }

    private void changeFile(String sql) {
        try (SqlSession session = Database.connect(folder.resolve("outbox.db"))) {
            session.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
