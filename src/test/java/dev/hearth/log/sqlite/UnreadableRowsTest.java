package dev.hearth.log.sqlite;

import static dev.hearth.log.Log.ANN;
import static dev.hearth.log.Log.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.log.Batch;
import dev.hearth.log.Log;
import dev.hearth.log.SearchQuery;
import dev.hearth.log.StorageException;
import dev.hearth.log.StoreNotice;
import dev.hearth.log.StoreNotice.Unreadable;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.Payload.Erased;
import dev.hearth.model.Payload.Opened;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Payload.Reacted;
import dev.hearth.model.Payload.TopicSet;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import dev.hearth.model.RoomFold;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.sqlite.Database;
import dev.hearth.sqlite.SqlSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A host's log whose pages are whole, with rows in it that make no sense: they cost what was in
/// them, and nothing else.
final class UnreadableRowsTest {
    private static final RoomId OTHER = new RoomId("#other");
    private static final EntryId FIFTH = new EntryId("#lobby-5");

    @TempDir Path folder;
    private final List<StoreNotice> notices = new ArrayList<>();

    private SqliteChatLog open() {
        return SqliteChatLog.open(folder, () -> Log.START, notices::add);
    }

    @BeforeEach
    void fill() {
        try (SqliteChatLog log = open()) {
            log.append(Batch.of(Log.posts(1, 20)));
            log.append(
                    Batch.of(
                            List.of(
                                    Log.entry(21, "r", BOB, new Reacted(FIFTH, "👍", true)),
                                    Log.entry(
                                            OTHER,
                                            1,
                                            "opened",
                                            BOB,
                                            new Opened(
                                                    "other",
                                                    "",
                                                    RoomKind.PUBLIC,
                                                    Optional.empty())),
                                    Log.entry(OTHER, 2, "topic", BOB, new TopicSet("tea")))));
        }
    }

    private void change(String sql) throws SQLException {
        try (SqlSession session = Database.connect(folder.resolve("chat.db"))) {
            session.execute(sql);
        }
    }

    /// As a changed byte does it.
    private void spoil(String id) throws SQLException {
        change("UPDATE entries SET payload = replace(payload, '{', '[') WHERE id = '" + id + "'");
    }

    private Unreadable notice() {
        assertThat(notices).singleElement().isInstanceOf(Unreadable.class);
        return (Unreadable) notices.getFirst();
    }

    /// Everything that comes across an entry.
    static Stream<Consumer<SqliteChatLog>> reads() {
        return Stream.of(
                log -> log.after(RoomId.LOBBY, 0, 50),
                log -> log.before(RoomId.LOBBY, 50, 50),
                log -> log.from(RoomId.LOBBY, 1, 50),
                log -> log.around(RoomId.LOBBY, 5, 10),
                log -> log.message(RoomId.LOBBY, FIFTH),
                log -> log.find(RoomId.LOBBY, FIFTH),
                log -> log.find(ANN.id(), FIFTH),
                log -> log.find(FIFTH),
                log -> log.find(Set.of(FIFTH)),
                log -> log.search(SearchQuery.of("text", Set.of(RoomId.LOBBY), 50)));
    }

    @ParameterizedTest
    @MethodSource("reads")
    void anEntryThatMakesNoSenseLeavesItsPlace(Consumer<SqliteChatLog> read) throws Exception {
        spoil(FIFTH.value());
        try (SqliteChatLog log = open()) {
            read.accept(log);
            assertThat(notice().count()).isEqualTo(1);
            assertThat(Files.readAllLines(notice().kept()))
                    .singleElement()
                    .asString()
                    .contains("\"seq\":5", "text 5");
            List<Entry> all = log.after(RoomId.LOBBY, 0, 50);
            assertThat(all).hasSize(21);
            assertThat(all.get(4).payload()).isEqualTo(new Erased(Optional.empty()));
            assertThat(all.get(4).id()).isEqualTo(FIFTH);
            assertThat(all.get(5).payload()).isEqualTo(new Posted("text 6"));
            assertThat(log.lost()).containsOnlyKeys(RoomId.LOBBY);
            assertThat(log.search(SearchQuery.of("text", Set.of(RoomId.LOBBY), 50)).hits())
                    .hasSize(19);
        }
        try (SqliteChatLog log = open()) {
            assertThat(log.before(RoomId.LOBBY, 50, 50).messages()).hasSize(20);
            assertThat(notices).as("said once").hasSize(1);
        }
    }

    /// A tombstone of a reaction must not be taken for one of its message.
    @Test
    void aReactionThatMakesNoSenseCostsItsMessageNothing() throws Exception {
        spoil("r");
        try (SqliteChatLog log = open()) {
            FoldedMessage message = log.message(RoomId.LOBBY, FIFTH).orElseThrow();
            assertThat(message.deleted()).isFalse();
            assertThat(message.text()).isEqualTo("text 5");
            assertThat(message.reactions()).isEmpty();
            assertThat(notice().count()).isEqualTo(1);
            RoomFold fold = new RoomFold(RoomId.LOBBY);
            log.after(RoomId.LOBBY, 0, 50).forEach(fold::apply);
            assertThat(fold.messages()).hasSize(20).noneMatch(FoldedMessage::deleted);
        }
    }

    @Test
    void anAffairThatMakesNoSenseLeavesItsRoom() throws Exception {
        spoil("topic");
        try (SqliteChatLog log = open()) {
            List<EntryId> told = new ArrayList<>();
            log.affairs(each -> told.add(each.id()));
            assertThat(told).containsExactly(new EntryId("opened"));
            assertThat(notice().count()).isEqualTo(1);
            assertThat(log.affairs(OTHER)).hasSize(1);
            assertThat(log.state(OTHER).name()).isEqualTo("other");
            assertThat(log.after(OTHER, 0, 10)).hasSize(2);
        }
    }

    @Test
    void whatIsNoRoleAndNoKindOfARoomGivesNobodyMore() throws Exception {
        change("UPDATE people SET role = 'mem\\er' WHERE id = 'ann'");
        change("UPDATE rooms SET kind = 'publi~' WHERE id = '#other'");
        try (SqliteChatLog log = open()) {
            assertThat(log.after(RoomId.LOBBY, 0, 50)).hasSize(21);
            assertThat(log.rooms())
                    .filteredOn(each -> each.id().equals(OTHER))
                    .singleElement()
                    .satisfies(each -> assertThat(each.kind()).isEqualTo(RoomKind.PRIVATE));
            assertThat(log.person(new PersonId("ann")).orElseThrow().person().role())
                    .isEqualTo(Role.MEMBER);
        }
    }

    @Test
    void whatIsSoundIsReadAsBefore() throws Exception {
        spoil(FIFTH.value());
        try (SqliteChatLog log = open()) {
            assertThat(log.after(RoomId.LOBBY, 5, 50)).hasSize(16);
            assertThat(notices).isEmpty();
        }
    }

    @Test
    void aReplicaStillFails() throws Exception {
        spoil(FIFTH.value());
        try (ReplicaLog log = ReplicaLog.open(folder, () -> Log.START, notices::add)) {
            assertThatThrownBy(() -> log.after(RoomId.LOBBY, 0, 50))
                    .isInstanceOf(StorageException.class);
            assertThat(log.dropUnreadable()).isEqualTo(1);
            assertThat(log.after(RoomId.LOBBY, 0, 50)).hasSize(20);
        }
    }
}
