package dev.hearth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearth.model.RoomId;
import dev.hearth.store.StorageException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
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
        try (ChatStore store = open(folder)) {
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
            store.backup(backup);
            done.set(true);
            assertThat(writer.join()).isEqualTo(store.lastSeq(RoomId.LOBBY));
        }
        ChatStore.restore(elsewhere.resolve("new"), backup, InstantSource.system());
        try (ChatStore copy = open(elsewhere.resolve("new"))) {
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
        try (ChatStore store = open(folder)) {
            host = store.hostId();
            epoch = store.epoch();
            store.append(Batch.of(Log.posts(1, 3)));
            store.backup(backup);
            store.append(Batch.of(Log.posts(4, 5)));
        }
        Path kept = ChatStore.restore(folder, backup, () -> Log.START).orElseThrow();
        String restored;
        try (ChatStore store = open(folder)) {
            restored = store.epoch();
            assertThat(store.hostId()).isEqualTo(host);
            assertThat(restored).isNotEqualTo(epoch);
            assertThat(store.lastSeq(RoomId.LOBBY)).isEqualTo(3);
        }
        try (ChatStore again = open(folder)) {
            assertThat(again.epoch()).isEqualTo(restored);
        }
        assertThat(kept.getFileName().toString()).startsWith("chat.db.replaced-");
        ChatStore.restore(elsewhere.resolve("old"), kept, InstantSource.system());
        try (ChatStore old = open(elsewhere.resolve("old"))) {
            assertThat(old.lastSeq(RoomId.LOBBY)).isEqualTo(5);
        }
    }

    @Test
    void aBackupThatWasCopiedByHandIsNoticedToo() throws IOException {
        String epoch;
        try (ChatStore store = open(folder)) {
            epoch = store.epoch();
            store.backup(elsewhere.resolve("chat.db"));
        }
        try (ChatStore copy = open(elsewhere)) {
            assertThat(copy.epoch()).isNotEqualTo(epoch);
        }
    }

    @Test
    void aRestoreThatACrashCutShortIsFinishedAtTheNextStart() throws IOException {
        Path backup = elsewhere.resolve("chat.backup");
        try (ChatStore store = open(folder)) {
            store.append(Batch.of(Log.posts(1, 3)));
            store.backup(backup);
        }
        Files.copy(backup, folder.resolve("chat.db.restoring"));
        Files.move(folder.resolve("chat.db"), folder.resolve("chat.db.replaced-1"));
        try (ChatStore store = open(folder)) {
            assertThat(store.lastSeq(RoomId.LOBBY)).isEqualTo(3);
        }
    }

    @Test
    void refusesWhatIsNoBackupAndChangesNothing() throws IOException {
        try (ChatStore store = open(folder)) {
            store.append(Batch.of(Log.posts(1, 3)));
        }
        Path wrong = Files.writeString(elsewhere.resolve("wrong"), "not a database ".repeat(100));
        for (Path backup : List.of(wrong, elsewhere.resolve("missing"))) {
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> ChatStore.restore(folder, backup, InstantSource.system()))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED));
        }
        try (ChatStore store = open(folder)) {
            assertThat(store.lastSeq(RoomId.LOBBY)).isEqualTo(3);
        }
    }

    private static ChatStore open(Path folder) {
        return ChatStore.open(folder, InstantSource.system(), _ -> {});
    }
}
