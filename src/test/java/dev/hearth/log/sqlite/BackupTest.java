package dev.hearth.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearth.log.Batch;
import dev.hearth.log.Log;
import dev.hearth.log.StorageException;
import dev.hearth.log.StorageException.Reason;
import dev.hearth.model.Payload.Deleted;
import dev.hearth.model.RoomId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BackupTest {
    @TempDir Path folder;
    @TempDir Path elsewhere;

    @Test
    void copiesOneMomentWhileWritingGoesOn() {
        Path backup = elsewhere.resolve("chat.backup");
        AtomicBoolean done = new AtomicBoolean();
        try (SqliteChatLog store = open(folder)) {
            store.append(Batch.of(Log.posts(1, 2_000)));
            CompletableFuture<Long> writer =
                    CompletableFuture.supplyAsync(
                            () -> {
                                long seq = 2_000;
                                while (!done.get()) {
                                    seq++;
                                    store.append(Batch.of(List.of(Log.post(seq, "more"))));
                                }
                                return seq;
                            });
            store.backup(backup, _ -> {});
            done.set(true);
            assertThat(writer.join()).isEqualTo(store.lastSeq(RoomId.LOBBY));
        }
        SqliteChatLog.restore(elsewhere.resolve("new"), backup, InstantSource.system());
        try (SqliteChatLog copy = open(elsewhere.resolve("new"))) {
            long last = copy.lastSeq(RoomId.LOBBY);
            assertThat(last).isGreaterThanOrEqualTo(2_000);
            assertThat(copy.after(RoomId.LOBBY, last - 1, 10)).hasSize(1);
            assertThat(copy.after(RoomId.LOBBY, 0, 2_000)).isEqualTo(Log.posts(1, 2_000));
        }
    }

    @Test
    void aRestoredBackupIsTheSameHostInAnotherEpochAndTheOldLogIsKept() {
        Path backup = elsewhere.resolve("chat.backup");
        String host;
        String epoch;
        try (SqliteChatLog store = open(folder)) {
            host = store.hostId();
            epoch = store.epoch();
            store.append(Batch.of(Log.posts(1, 3)));
            store.backup(backup, _ -> {});
            store.append(Batch.of(Log.posts(4, 5)));
        }
        Path kept = SqliteChatLog.restore(folder, backup, () -> Log.START).orElseThrow();
        String restored;
        try (SqliteChatLog store = open(folder)) {
            restored = store.epoch();
            assertThat(store.hostId()).isEqualTo(host);
            assertThat(restored).isNotEqualTo(epoch);
            assertThat(store.lastSeq(RoomId.LOBBY)).isEqualTo(3);
        }
        try (SqliteChatLog again = open(folder)) {
            assertThat(again.epoch()).isEqualTo(restored);
        }
        assertThat(kept.getFileName().toString()).startsWith("chat.db.replaced-");
        SqliteChatLog.restore(elsewhere.resolve("old"), kept, InstantSource.system());
        try (SqliteChatLog old = open(elsewhere.resolve("old"))) {
            assertThat(old.lastSeq(RoomId.LOBBY)).isEqualTo(5);
        }
    }

    @Test
    void aBackupIsCancelledByItsProgressAndLeavesWhatWasThere() throws IOException {
        Path backup = Files.writeString(elsewhere.resolve("chat.backup"), "before");
        try (SqliteChatLog store = open(folder)) {
            store.append(Batch.of(Log.posts(1, 3)));
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(
                            () ->
                                    store.backup(
                                            backup,
                                            _ -> {
                                                throw new CancellationException();
                                            }));
            assertThat(backup).hasContent("before");
            assertThat(elsewhere).isDirectoryNotContaining("glob:**.tmp");
            store.backup(backup, _ -> {});
        }
        SqliteChatLog.restore(elsewhere.resolve("new"), backup, InstantSource.system());
    }

    @Test
    void aBackupIsCancelledInTheMiddle() {
        try (SqliteChatLog store = open(folder)) {
            store.append(Batch.of(Log.posts(1, 20_000)));
        }
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(
                        () ->
                                Backup.write(
                                        SqliteChatLog.file(folder),
                                        elsewhere.resolve("chat.backup"),
                                        _ -> {
                                            throw new CancellationException();
                                        },
                                        Duration.ofMillis(1)))
                // SQLite was interrupted: the copy was not finished first.
                .satisfies(e -> assertThat(e.getSuppressed()).isNotEmpty());
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void messagesAreCountedWithoutDeletedOnes() {
        try (SqliteChatLog store = open(folder)) {
            assertThat(store.countMessages(Duration.ofSeconds(20))).isZero();
            long empty = store.sizeOnDisk();
            store.append(Batch.of(Log.posts(1, 2_000)));
            store.append(
                    Batch.of(
                            List.of(
                                    Log.entry(
                                            2_001,
                                            "deletes",
                                            Log.ANN,
                                            new Deleted(Log.posts(1, 1).getFirst().id())))));
            assertThat(store.countMessages(Duration.ofSeconds(20))).isEqualTo(1_999);
            assertThat(store.sizeOnDisk()).isGreaterThan(empty);
        }
    }

    @Test
    void aBackupThatWasCopiedByHandIsNoticedToo() throws IOException {
        String epoch;
        try (SqliteChatLog store = open(folder)) {
            epoch = store.epoch();
            store.backup(elsewhere.resolve("chat.db"), _ -> {});
        }
        try (SqliteChatLog copy = open(elsewhere)) {
            assertThat(copy.epoch()).isNotEqualTo(epoch);
        }
    }

    @Test
    void aRestoreThatACrashCutShortIsFinishedAtTheNextStart() throws IOException {
        Path backup = elsewhere.resolve("chat.backup");
        try (SqliteChatLog store = open(folder)) {
            store.append(Batch.of(Log.posts(1, 3)));
            store.backup(backup, _ -> {});
        }
        Files.copy(backup, folder.resolve("chat.db.restoring"));
        Files.move(folder.resolve("chat.db"), folder.resolve("chat.db.replaced-1"));
        try (SqliteChatLog store = open(folder)) {
            assertThat(store.lastSeq(RoomId.LOBBY)).isEqualTo(3);
        }
    }

    @Test
    void refusesWhatIsNoBackupAndChangesNothing() throws IOException {
        try (SqliteChatLog store = open(folder)) {
            store.append(Batch.of(Log.posts(1, 3)));
        }
        Path wrong = Files.writeString(elsewhere.resolve("wrong"), "not a database ".repeat(100));
        for (Path backup : List.of(wrong, elsewhere.resolve("missing"))) {
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> SqliteChatLog.restore(folder, backup, InstantSource.system()))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED));
        }
        try (SqliteChatLog store = open(folder)) {
            assertThat(store.lastSeq(RoomId.LOBBY)).isEqualTo(3);
        }
    }

    private static SqliteChatLog open(Path folder) {
        return SqliteChatLog.open(folder, InstantSource.system(), _ -> {});
    }
}
