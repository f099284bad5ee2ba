package dev.hearth.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.log.Log;
import dev.hearth.log.SearchQuery;
import dev.hearth.log.SeqRanges;
import dev.hearth.log.SeqRanges.Range;
import dev.hearth.model.Entry;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which parts of a log a copy holds.
final class ReplicaRangesTest {
    private static final RoomId OTHER = new RoomId("r2");

    @TempDir Path folder;

    private ReplicaLog open() {
        return ReplicaLog.open(folder, InstantSource.system(), _ -> {});
    }

    @Test
    void rangesGrowTogether() {
        SeqRanges ranges = new SeqRanges();
        assertThat(ranges.newest()).isEmpty();
        ranges.add(5, 5);
        ranges.add(9, 12);
        ranges.add(6, 7);
        assertThat(ranges).hasToString("{5=7, 9=12}");
        ranges.add(8, 8);
        assertThat(ranges.newest()).contains(new Range(5, 12));
        ranges.add(1, 3);
        assertThat(ranges.around(4)).isEmpty();
        assertThat(ranges.around(2)).contains(new Range(1, 3));
        ranges.add(2, 20);
        assertThat(ranges).hasToString("{1=20}");
        ranges.removeUpTo(7);
        assertThat(ranges).hasToString("{8=20}");
        assertThat(ranges.oldest()).contains(8L);
    }

    /// The file, read again, and what was noted in memory say the same, and what a set would.
    @RepeatedTest(10)
    void theFileTellsWhatMemoryKnows() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        SeqRanges memory = new SeqRanges();
        Set<Long> all = new TreeSet<>();
        try (ReplicaLog store = open()) {
            for (int i = 0; i < 15; i++) {
                long from = 1L + random.nextInt(200);
                long to = from + random.nextInt(20);
                List<Entry> entries = new ArrayList<>(Log.posts(from, to));
                Collections.shuffle(entries, random);
                store.keep(entries);
                memory.add(from, to);
                for (long seq = from; seq <= to; seq++) {
                    all.add(seq);
                }
            }
            store.keep(List.of(Log.post(OTHER, 7, "elsewhere")));
        }
        try (ReplicaLog store = open()) {
            Map<RoomId, SeqRanges> held = store.held();
            assertThat(held.get(RoomId.LOBBY)).as("seed " + seed).hasToString(memory.toString());
            assertThat(held.get(OTHER)).as("seed " + seed).hasToString("{7=7}");
            for (long seq = 1; seq <= 230; seq++) {
                assertThat(memory.around(seq).isPresent())
                        .as("seed %d, %d", seed, seq)
                        .isEqualTo(all.contains(seq));
            }
        }
    }

    @Test
    void whatIsPrunedOrForgottenIsGone() {
        try (ReplicaLog store = open()) {
            store.keep(Log.posts(1, 100));
            store.keep(List.of(Log.post(OTHER, 3, "text elsewhere")));
            store.prune(RoomId.LOBBY, 60);
            assertThat(store.held().get(RoomId.LOBBY)).hasToString("{61=100}");
            SearchQuery query = SearchQuery.of("text", Set.of(RoomId.LOBBY, OTHER), 100);
            assertThat(store.search(query).hits()).hasSize(41);
            assertThat(store.oldest(Set.of(RoomId.LOBBY))).contains(Log.post(61, "").at());
            store.forget(RoomId.LOBBY);
            assertThat(store.held().keySet()).containsExactly(OTHER);
            assertThat(store.lastSeq(RoomId.LOBBY)).isZero();
            store.keep(Log.posts(1, 2));
            assertThat(store.before(RoomId.LOBBY, 9, 9).messages()).hasSize(2);
        }
    }

    /// Whoever was renamed is called by the latest name, in whatever order that comes to be known;
    /// and names that others gave up may be taken.
    @Test
    void namesFollowTheNewestEntry() {
        Person old = new Person(new PersonId("p"), "Ann", Role.MEMBER);
        Person renamed = new Person(new PersonId("p"), "Anna", Role.MODERATOR);
        Person successor = new Person(new PersonId("q"), "Ann", Role.MEMBER);
        try (ReplicaLog store = open()) {
            store.keep(List.of(Log.entry(5, "e5", renamed, new Posted("five"))));
            store.keep(List.of(Log.entry(2, "e2", old, new Posted("two"))));
            store.keep(List.of(Log.entry(6, "e6", successor, new Posted("six"))));
            assertThat(store.after(RoomId.LOBBY, 0, 9))
                    .extracting(Entry::from)
                    .containsExactly(renamed, renamed, successor);
            Person again = new Person(new PersonId("p"), "Ann", Role.GUEST);
            store.hear(List.of(again), Instant.now());
            assertThat(store.after(RoomId.LOBBY, 0, 1).getFirst().from()).isEqualTo(again);
        }
    }
}
