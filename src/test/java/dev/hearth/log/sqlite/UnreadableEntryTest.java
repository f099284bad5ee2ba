package dev.hearth.log.sqlite;

import static dev.hearth.log.Log.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.log.Batch;
import dev.hearth.log.Log;
import dev.hearth.model.Entry;
import dev.hearth.model.Payload;
import dev.hearth.model.Payload.Erased;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Payload.TopicSet;
import dev.hearth.model.RoomId;
import dev.hearth.sqlite.Database;
import dev.hearth.sqlite.SqlSession;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A byte of one entry has changed on the disk: its pages are whole, its JSON is not.
final class UnreadableEntryTest {
    @TempDir Path folder;

    private SqliteChatLog open() {
        return SqliteChatLog.open(folder, InstantSource.system(), _ -> {});
    }

    private void breakEntry(long seq) throws SQLException {
        try (SqlSession session = Database.connect(folder.resolve(LogFile.NAME))) {
            session.update("UPDATE entries SET payload = '{\"text\":\"x' WHERE seq = ?", seq);
        }
    }

    @Test
    void theOthersAreReadAndItsPlaceIsKept() throws SQLException {
        try (SqliteChatLog log = open()) {
            log.append(Batch.of(Log.posts(1, 5)));
        }
        breakEntry(3);
        try (SqliteChatLog log = open()) {
            List<Payload> read =
                    log.after(RoomId.LOBBY, 0, 10).stream().map(Entry::payload).toList();
            assertThat(read)
                    .containsExactly(
                            new Posted("text 1"),
                            new Posted("text 2"),
                            new Erased(Optional.empty()),
                            new Posted("text 4"),
                            new Posted("text 5"));
            assertThat(log.before(RoomId.LOBBY, 6, 10).messages()).hasSize(5);
            log.append(Batch.of(Log.posts(6, 6)));
            assertThat(log.after(RoomId.LOBBY, 5, 10)).hasSize(1);
        }
    }

    @Test
    void aRoomWithoutOneOfItsAffairsIsOpened() throws SQLException {
        try (SqliteChatLog log = open()) {
            log.append(
                    Batch.of(
                            List.of(
                                    Log.entry(1, "a", ANN, new TopicSet("one")),
                                    Log.entry(2, "b", ANN, new TopicSet("two")))));
        }
        breakEntry(1);
        try (SqliteChatLog log = open()) {
            assertThat(log.affairs(RoomId.LOBBY))
                    .extracting(Entry::payload)
                    .containsExactly(new TopicSet("two"));
        }
    }
}
