package dev.hearth.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.log.Batch;
import dev.hearth.log.Log;
import dev.hearth.log.sqlite.SqliteChatLog;
import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import dev.hearth.model.RoomId;
import dev.hearth.ui.hosting.Saving;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Copies of a chat that goes on.
final class ChatCopyTest {
    private final Path target;
    private final Path fresh;
    private final SqliteChatLog store;
    private final List<Double> told = new CopyOnWriteArrayList<>();

    ChatCopyTest(@TempDir Path folder, @TempDir Path elsewhere) {
        store = SqliteChatLog.open(folder, Clock.systemUTC(), _ -> {});
        store.append(Batch.of(Log.posts(1, 1_000)));
        target = elsewhere.resolve("chat");
        fresh = elsewhere.resolve("restored");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private ChatCopy start(Saving.Form form, Path file) {
        return ChatCopy.start(store, form, file, Clock.systemUTC(), told::add);
    }

    private static void await(ChatCopy copy) throws ExecutionException, InterruptedException {
        copy.done().toCompletableFuture().get();
    }

    @Test
    void aBackupIsALogThatCanBeRestored() throws Exception {
        await(start(Saving.Form.BACKUP, target));
        SqliteChatLog.restore(fresh, target, Clock.systemUTC());
        try (SqliteChatLog copy = SqliteChatLog.open(fresh, Clock.systemUTC(), _ -> {})) {
            assertThat(copy.after(RoomId.LOBBY, 0, 2_000)).isEqualTo(Log.posts(1, 1_000));
        }
    }

    @Test
    void anExportTellsHowFarItIsInEachForm() throws Exception {
        for (Saving.Form form : List.of(Saving.Form.HTML, Saving.Form.TEXT, Saving.Form.JSON)) {
            told.clear();
            await(start(form, target));
            assertThat(told).isSorted().hasSizeGreaterThan(1).endsWith(1.0);
            assertThat(Files.readString(target))
                    .contains(
                            ((dev.hearth.model.Payload.Posted) Log.post(1_000, "").payload())
                                    .text());
            assertThat(Files.size(target)).isGreaterThan(10_000);
        }
    }

    @Test
    void aCopyThatIsCancelledLeavesWhatWasThereAndNothingElse() throws IOException {
        Files.writeString(target, "before");
        for (Saving.Form form : Saving.Form.values()) {
            var running = new CompletableFuture<ChatCopy>();
            ChatCopy copy =
                    ChatCopy.start(
                            store, form, target, Clock.systemUTC(), _ -> running.join().cancel());
            if (form == Saving.Form.BACKUP) {
                // It is done before it tells anything.
                copy.cancel();
            }
            running.complete(copy);
            assertThatThrownBy(() -> copy.done().toCompletableFuture().join())
                    .isInstanceOfAny(CancellationException.class, RuntimeException.class)
                    .satisfies(e -> assertThat(root(e)).isInstanceOf(CancellationException.class));
            copy.end();
            assertThat(target).hasContent("before");
            assertThat(names()).containsExactly("chat");
        }
    }

    private static Throwable root(Throwable error) {
        return error.getCause() == null ? error : error.getCause();
    }

    private List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        try (var files = Files.list(target.getParent())) {
            files.forEach(each -> names.add(each.getFileName().toString()));
        }
        return names;
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsSaid() {
        Path nowhere = target.resolve("missing").resolve("chat");
        for (Saving.Form form : Saving.Form.values()) {
            ChatCopy copy = start(form, nowhere);
            assertThatThrownBy(() -> await(copy))
                    .cause()
                    .isInstanceOfSatisfying(
                            HearthException.class,
                            e -> assertThat(e.code()).isEqualTo(LocalTrouble.CANNOT_WRITE));
        }
    }
}
