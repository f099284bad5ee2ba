package dev.hearth.log;

import static dev.hearth.log.Log.ANN;
import static dev.hearth.log.Log.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.FileId;
import dev.hearth.model.Payload.Deleted;
import dev.hearth.model.Payload.Edited;
import dev.hearth.model.Payload.Erased;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Payload.Reacted;
import dev.hearth.model.RoomId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every [ChatLog] does with the entries of one room. An implementation runs it by extending
/// it.
public abstract class RoomLogContract {
    /// Opens the log in `folder`, making it when there is none.
    protected abstract ChatLog open(Path folder, Consumer<StoreNotice> notices);

    @TempDir Path folder;
    private ChatLog store;

    @BeforeEach
    void open() {
        store = open(folder, _ -> {});
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void append(List<Entry> entries) {
        store.append(Batch.of(entries));
    }

    private List<Entry> after(long seq, int limit) {
        return store.after(RoomId.LOBBY, seq, limit);
    }

    private Optional<Entry> find(EntryId id) {
        return store.find(RoomId.LOBBY, id);
    }

    private long lastSeq() {
        return store.lastSeq(RoomId.LOBBY);
    }

    @Test
    void isThereAgainAfterARestart() {
        append(Log.posts(1, 10));
        close();
        open();
        assertThat(lastSeq()).isEqualTo(10);
        assertThat(after(0, 100)).isEqualTo(Log.posts(1, 10));
    }

    @Test
    void aPageOfLargeMessagesIsShort() {
        String large = "x".repeat(100_000);
        append(LongStream.rangeClosed(1, 10).mapToObj(n -> Log.post(n, large)).toList());
        List<Entry> page = after(0, 100);
        assertThat(page).hasSize(3);
        assertThat(after(3, 100)).first().extracting(Entry::seq).isEqualTo(4L);
    }

    @Test
    void isEmptyAtFirst() {
        assertThat(lastSeq()).isZero();
        assertThat(after(0, 10)).isEmpty();
        assertThat(find(new EntryId("none"))).isEmpty();
    }

    @Test
    void givesBackWhatItTookInOrder() {
        List<Entry> entries = Log.posts(1, 50);
        append(entries.subList(0, 20));
        append(entries.subList(20, 50));
        assertThat(after(0, 100)).isEqualTo(entries);
        assertThat(lastSeq()).isEqualTo(50);
    }

    @Test
    void givesNoMoreThanTheLimitAndGoesOnWhereItStopped() {
        append(Log.posts(1, 50));
        List<Entry> read = new ArrayList<>();
        while (read.size() < 50) {
            List<Entry> page = after(read.size(), 7);
            assertThat(page).isNotEmpty().hasSizeLessThanOrEqualTo(7);
            read.addAll(page);
        }
        assertThat(read).isEqualTo(Log.posts(1, 50));
    }

    @Test
    void readsFromBeforeTheStartAndBeyondTheEnd() {
        append(Log.posts(1, 3));
        assertThat(after(-5, 10)).hasSize(3);
        assertThat(after(3, 10)).isEmpty();
        assertThat(after(99, 10)).isEmpty();
    }

    @Test
    void refusesAGapAndTakesNothingOfThatBatch() {
        append(Log.posts(1, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> append(List.of(Log.post(4, "a"), Log.post(6, "b"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> append(List.of(Log.post(3, "again"))));
        assertThat(lastSeq()).isEqualTo(3);
        assertThat(after(0, 10)).isEqualTo(Log.posts(1, 3));
        append(Log.posts(4, 5));
        assertThat(after(0, 10)).isEqualTo(Log.posts(1, 5));
    }

    @Test
    void findsAnEntryByItsId() {
        append(Log.posts(1, 20));
        assertThat(find(new EntryId("#lobby-7"))).contains(Log.post(7, "text 7"));
    }

    @Test
    void keepsEveryCharacter() {
        String text = "a\u0000b \r\n\t \uD83D\uDE00 e\u0301 \u202E مرحبا 日本語 \u0001\uFFFF \"'\\%_";
        Entry entry =
                Log.entry(
                        1,
                        "id with 'quotes'\u0001",
                        ANN,
                        new Posted(
                                text,
                                Optional.of(new EntryId("other")),
                                List.of(new FileId("f1"), new FileId("f2"))));
        append(List.of(entry));
        assertThat(after(0, 1)).containsExactly(entry);
        assertThat(find(entry.id())).contains(entry);
    }

    @Test
    void overwritesWhatWasDeletedWithAllItsEdits() {
        append(Log.posts(1, 2));
        EntryId id = new EntryId("#lobby-1");
        append(
                List.of(
                        Log.entry(3, "edit", ANN, new Edited(id, "second")),
                        Log.entry(4, "reaction", BOB, new Reacted(id, "👍", true))));
        Entry deletion = Log.entry(5, "deletion", BOB, new Deleted(id));
        append(List.of(deletion));
        assertThat(after(0, 10))
                .containsExactly(
                        Log.post(1, "").with(new Erased(Optional.empty())),
                        Log.post(2, "text 2"),
                        Log.entry(3, "edit", ANN, new Erased(Optional.of(id))),
                        Log.entry(4, "reaction", BOB, new Reacted(id, "👍", true)),
                        deletion);
        assertThat(find(id)).map(Entry::payload).contains(new Erased(Optional.empty()));
        assertThat(find(new EntryId("edit"))).map(Entry::kind).contains("erased");
    }

    @Test
    void deletesWhatCameInTheSameBatch() {
        append(
                List.of(
                        Log.post(1, "secret"),
                        Log.entry(2, "d", ANN, new Deleted(new EntryId("#lobby-1")))));
        assertThat(after(0, 1)).first().extracting(Entry::kind).isEqualTo("erased");
    }

    @Test
    void readersNeverSeeAGapWhileTheWriterWrites() {
        CompletableFuture<Void> writer =
                CompletableFuture.runAsync(
                        () ->
                                IntStream.range(0, 100)
                                        .forEach(i -> append(Log.posts(i * 5L + 1, i * 5L + 5))));
        long seen = 0;
        while (seen < 500) {
            List<Entry> page = after(seen, 1_000);
            for (Entry entry : page) {
                assertThat(entry.seq()).isEqualTo(++seen);
            }
            assertThat(seen % 5).isZero();
        }
        writer.join();
    }
}
