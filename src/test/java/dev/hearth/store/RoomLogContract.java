package dev.hearth.store;

import static dev.hearth.store.Log.ANN;
import static dev.hearth.store.Log.BOB;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every [RoomLog] has to keep.
abstract class RoomLogContract {
    /// An empty log of `#lobby`.
    abstract RoomLog log();

    @Test
    void isEmptyAtFirst() {
        assertThat(log().lastSeq()).isZero();
        assertThat(log().after(0, 10)).isEmpty();
        assertThat(log().find(new EntryId("none"))).isEmpty();
    }

    @Test
    void givesBackWhatItTookInOrder() {
        List<Entry> entries = Log.posts(1, 50);
        log().append(entries.subList(0, 20));
        log().append(entries.subList(20, 50));
        assertThat(log().after(0, 100)).isEqualTo(entries);
        assertThat(log().lastSeq()).isEqualTo(50);
    }

    @Test
    void givesNoMoreThanTheLimitAndGoesOnWhereItStopped() {
        log().append(Log.posts(1, 50));
        List<Entry> read = new ArrayList<>();
        while (read.size() < 50) {
            List<Entry> page = log().after(read.size(), 7);
            assertThat(page).isNotEmpty().hasSizeLessThanOrEqualTo(7);
            read.addAll(page);
        }
        assertThat(read).isEqualTo(Log.posts(1, 50));
    }

    @Test
    void readsFromBeforeTheStartAndBeyondTheEnd() {
        log().append(Log.posts(1, 3));
        assertThat(log().after(-5, 10)).hasSize(3);
        assertThat(log().after(3, 10)).isEmpty();
        assertThat(log().after(99, 10)).isEmpty();
    }

    @Test
    void refusesAGapAndTakesNothingOfThatBatch() {
        log().append(Log.posts(1, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> log().append(List.of(Log.post(4, "a"), Log.post(6, "b"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> log().append(List.of(Log.post(3, "again"))));
        assertThat(log().lastSeq()).isEqualTo(3);
        assertThat(log().after(0, 10)).isEqualTo(Log.posts(1, 3));
        log().append(Log.posts(4, 5));
        assertThat(log().after(0, 10)).isEqualTo(Log.posts(1, 5));
    }

    @Test
    void findsAnEntryByItsId() {
        log().append(Log.posts(1, 20));
        assertThat(log().find(new EntryId("#lobby-7"))).contains(Log.post(7, "text 7"));
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
        log().append(List.of(entry));
        assertThat(log().after(0, 1)).containsExactly(entry);
        assertThat(log().find(entry.id())).contains(entry);
    }

    @Test
    void overwritesWhatWasDeletedWithAllItsEdits() {
        log().append(Log.posts(1, 2));
        EntryId id = new EntryId("#lobby-1");
        log().append(
                        List.of(
                                Log.entry(3, "edit", ANN, new Edited(id, "second")),
                                Log.entry(4, "reaction", BOB, new Reacted(id, "👍", true))));
        Entry deletion = Log.entry(5, "deletion", BOB, new Deleted(id));
        log().append(List.of(deletion));
        assertThat(log().after(0, 10))
                .containsExactly(
                        Log.post(1, "").with(new Erased(Optional.empty())),
                        Log.post(2, "text 2"),
                        Log.entry(3, "edit", ANN, new Erased(Optional.of(id))),
                        Log.entry(4, "reaction", BOB, new Reacted(id, "👍", true)),
                        deletion);
        assertThat(log().find(id)).map(Entry::payload).contains(new Erased(Optional.empty()));
        assertThat(log().find(new EntryId("edit"))).map(Entry::kind).contains("erased");
    }

    @Test
    void deletesWhatCameInTheSameBatch() {
        log().append(
                        List.of(
                                Log.post(1, "secret"),
                                Log.entry(2, "d", ANN, new Deleted(new EntryId("#lobby-1")))));
        assertThat(log().after(0, 1)).first().extracting(Entry::kind).isEqualTo("erased");
    }

    @Test
    void readersNeverSeeAGapWhileTheWriterWrites() {
        CompletableFuture<Void> writer =
                CompletableFuture.runAsync(
                        () ->
                                IntStream.range(0, 100)
                                        .forEach(
                                                i ->
                                                        log().append(
                                                                        Log.posts(
                                                                                i * 5L + 1,
                                                                                i * 5L + 5))));
        long seen = 0;
        while (seen < 500) {
            List<Entry> page = log().after(seen, 1_000);
            for (Entry entry : page) {
                assertThat(entry.seq()).isEqualTo(++seen);
            }
            assertThat(seen % 5).isZero();
        }
        writer.join();
    }
}
