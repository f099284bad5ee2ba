package dev.hearth.log.sqlite;

import static dev.hearth.log.Log.ANN;
import static dev.hearth.log.Log.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.log.Log;
import dev.hearth.log.SearchQuery;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.Payload;
import dev.hearth.model.Payload.Deleted;
import dev.hearth.model.Payload.Edited;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Payload.Reacted;
import dev.hearth.model.Payload.TopicSet;
import dev.hearth.model.RoomFold;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomState;
import dev.hearth.model.SearchHits;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A copy of a log that is kept elsewhere.
final class KeepTest {
    private static final int LENGTH = 60;

    @TempDir Path folder;
    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private ReplicaLog store;

    @BeforeEach
    void open() {
        store = ReplicaLog.open(folder, InstantSource.system(), _ -> {});
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void holesAreAllowedAndFilledLater() {
        List<Entry> log = Log.posts(1, 10);
        store.keep(log.subList(5, 10));
        assertThat(store.lastSeq(RoomId.LOBBY)).isEqualTo(10);
        assertThat(store.after(RoomId.LOBBY, 0, 100)).isEqualTo(log.subList(5, 10));
        store.keep(log.subList(0, 8));
        assertThat(store.after(RoomId.LOBBY, 0, 100)).isEqualTo(log);
    }

    @RepeatedTest(10)
    void inWhateverOrderTheyComeTheCopyTellsWhatTheLogTells() {
        List<Entry> log = new ArrayList<>();
        for (long seq = 1; seq <= LENGTH; seq++) {
            log.add(Log.entry(seq, "id" + seq, seq % 2 == 0 ? ANN : BOB, payload(seq)));
        }
        List<Entry> mixed = new ArrayList<>(log);
        mixed.addAll(log.subList(10, 30));
        Collections.shuffle(mixed, random);
        for (int i = 0; i < mixed.size(); i += 7) {
            store.keep(mixed.subList(i, Math.min(mixed.size(), i + 7)));
        }
        RoomState whole = RoomFold.of(RoomId.LOBBY, log);
        assertThat(store.before(RoomId.LOBBY, LENGTH + 1, LENGTH).messages())
                .as("seed " + seed)
                .isEqualTo(whole.messages());
        assertThat(RoomFold.of(RoomId.LOBBY, store.after(RoomId.LOBBY, 0, LENGTH)))
                .as("seed " + seed)
                .isEqualTo(whole);
        assertThat(store.rooms().getFirst().topic()).isEqualTo(whole.topic());
        SearchQuery query = SearchQuery.of("word", Set.of(RoomId.LOBBY), LENGTH);
        assertThat(store.search(query).hits())
                .as("seed " + seed)
                .extracting(SearchHits.Hit::message)
                .containsExactlyInAnyOrderElementsOf(
                        whole.messages().stream().filter(each -> !each.deleted()).toList());
    }

    private Payload payload(long seq) {
        EntryId of = new EntryId("id" + (1 + random.nextInt((int) seq)));
        return switch (random.nextInt(8)) {
            case 0, 1 -> new Edited(of, "word edited " + seq);
            case 2 -> new Deleted(of);
            case 3 -> new Reacted(of, "👍", true);
            case 4 -> new TopicSet("topic " + seq);
            default -> new Posted("word " + seq);
        };
    }
}
