package dev.hearth.log.sqlite;

import static dev.hearth.log.Log.ANN;
import static dev.hearth.log.Log.BOB;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.log.Batch;
import dev.hearth.log.Log;
import dev.hearth.log.SearchQuery;
import dev.hearth.log.SeqRanges;
import dev.hearth.log.StoreNotice;
import dev.hearth.log.StoreNotice.Salvaged;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.Payload.Edited;
import dev.hearth.model.Payload.Erased;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.RoomId;
import dev.hearth.sqlite.Database;
import dev.hearth.sqlite.SqlSession;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is left of a log of which pages are damaged.
final class SalvageTest {
    private static final int PAGE = 4_096;
    private static final int COUNT = 5_000;

    @TempDir Path folder;
    private final List<StoreNotice> notices = new ArrayList<>();

    private SqliteChatLog open() {
        return SqliteChatLog.open(folder, () -> Log.START, notices::add);
    }

    /// The leaves of a table or an index that are written first to last.
    private List<Integer> leaves(String name) throws SQLException {
        try (SqlSession session = Database.connect(folder.resolve("chat.db"))) {
            return session.list(
                    "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path",
                    row -> row.getInt(1),
                    name);
        }
    }

    private void damage(List<Integer> pages) throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("chat.db").toFile(), "rw")) {
            for (int page : pages) {
                file.seek((page - 1L) * PAGE);
                file.write("damaged!".repeat(PAGE / 8).getBytes(StandardCharsets.UTF_8));
            }
        }
        Files.deleteIfExists(folder.resolve("chat.db.closed"));
    }

    private record Before(String host, String epoch, List<Entry> entries) {}

    private Before fill() {
        try (SqliteChatLog store = open()) {
            store.append(Batch.of(Log.posts(1, COUNT)));
            EntryId edited = new EntryId("#lobby-1");
            store.append(
                    Batch.of(
                            List.of(
                                    Log.entry(
                                            COUNT + 1, "e", ANN, new Edited(edited, "lighthouse")),
                                    Log.entry(
                                            new RoomId("#other"),
                                            1,
                                            "o",
                                            BOB,
                                            new Posted("elsewhere")))));
            return new Before(store.hostId(), store.epoch(), all(store));
        }
    }

    private static List<Entry> all(SqliteChatLog store) {
        List<Entry> all = new ArrayList<>();
        while (all.size() < store.lastSeq(RoomId.LOBBY)) {
            all.addAll(store.after(RoomId.LOBBY, all.size(), 500));
        }
        return all;
    }

    private Salvaged salvaged() {
        assertThat(notices).hasSize(1).first().isInstanceOf(Salvaged.class);
        return notices.getFirst() instanceof Salvaged it ? it : new Salvaged(folder, 0, 0, false);
    }

    @Test
    void sixDamagedPagesInTheMiddleCostWhatWasInThem() throws Exception {
        Before before = fill();
        List<Integer> leaves = leaves("entries");
        damage(leaves.subList(leaves.size() / 2, leaves.size() / 2 + 6));
        try (SqliteChatLog store = open()) {
            List<Entry> after = all(store);
            assertThat(ids(after).equals(ids(before.entries())))
                    .as("the ids are the same")
                    .isTrue();
            long lost = after.stream().filter(each -> each.payload() instanceof Erased).count();
            assertThat(lost).isBetween(1L, 600L);
            assertThat(after)
                    .filteredOn(each -> !(each.payload() instanceof Erased))
                    .allMatch(each -> each.equals(before.entries().get((int) each.seq() - 1)));
            assertThat(salvaged().lost()).isEqualTo(lost);
            assertThat(salvaged().saved()).isEqualTo(COUNT + 2 - lost);
            assertThat(salvaged().kept()).exists();
            assertThat(salvaged().sameEpoch()).isTrue();
            assertThat(store.epoch()).isEqualTo(before.epoch());
            assertThat(store.hostId()).isEqualTo(before.host());
            assertThat(store.lost().get(RoomId.LOBBY)).isNotNull();
            Set<RoomId> rooms = Set.of(RoomId.LOBBY);
            assertThat(store.search(SearchQuery.of("lighthouse", rooms, 5)).hits()).hasSize(1);
            assertThat(store.search(SearchQuery.of("text", rooms, 5)).hits()).hasSize(5);
            store.append(Batch.of(List.of(Log.post(COUNT + 2, "it goes on"))));
        }
    }

    private static List<EntryId> ids(List<Entry> entries) {
        return entries.stream().map(Entry::id).toList();
    }

    /// As a disk that was full or a copy that was broken off leaves it.
    @ParameterizedTest
    @ValueSource(ints = {90, 60, 40, 20})
    void aFileThatEndsTooEarlyKeepsItsBeginning(int percent) throws Exception {
        Before before = fill();
        Path file = folder.resolve("chat.db");
        long size = Files.size(file);
        try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(size * percent / 100 / PAGE * PAGE + 100);
        }
        Files.deleteIfExists(folder.resolve("chat.db.closed"));
        try (SqliteChatLog store = open()) {
            assertThat(salvaged().saved()).isGreaterThan(COUNT * percent / 100 / 3);
            List<Entry> after = all(store);
            assertThat(after)
                    .filteredOn(each -> !(each.payload() instanceof Erased))
                    .hasSizeBetween((int) salvaged().saved() - 1, (int) salvaged().saved())
                    .allMatch(each -> each.equals(before.entries().get((int) each.seq() - 1)));
            assertThat(store.hostId()).isEqualTo(before.host());
        }
    }

    @Test
    void damagedIndexesCostNothing() throws Exception {
        Before before = fill();
        List<Integer> pages = new ArrayList<>(leaves("entries_ids").subList(3, 6));
        pages.addAll(leaves("search_grams_data").subList(2, 5));
        damage(pages);
        try (SqliteChatLog store = open()) {
            assertThat(all(store).equals(before.entries())).as("nothing is missing").isTrue();
            assertThat(salvaged().lost()).isZero();
            assertThat(store.epoch()).isEqualTo(before.epoch());
        }
    }

    @Test
    void whereNotEvenTheIdIsLeftTheEpochIsAnother() throws Exception {
        Before before = fill();
        List<Integer> leaves = leaves("entries");
        List<Integer> pages = new ArrayList<>(leaves.subList(10, 13));
        pages.addAll(leaves("entries_ids"));
        pages.addAll(leaves("entries_requests"));
        damage(pages);
        try (SqliteChatLog store = open()) {
            assertThat(all(store)).hasSize(COUNT + 1);
            assertThat(salvaged().lost()).isPositive();
            assertThat(store.epoch()).isNotEqualTo(before.epoch());
            assertThat(store.hostId()).isEqualTo(before.host());
        }
    }

    @Test
    void damagedSchemaPagesCostNothing() throws Exception {
        Before before = fill();
        List<Integer> schema = leaves("sqlite_schema");
        assertThat(schema).isNotEmpty().doesNotContain(1);
        for (List<Integer> pages : List.of(List.of(1), schema)) {
            notices.clear();
            damage(pages);
            try (SqliteChatLog store = open()) {
                assertThat(all(store).equals(before.entries())).as("nothing is missing").isTrue();
                assertThat(salvaged().lost()).isZero();
                assertThat(store.epoch()).isEqualTo(before.epoch());
                assertThat(store.hostId()).isEqualTo(before.host());
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .noneMatch(each -> each.contains("grafted") || each.contains("sound"));
        }
    }

    @Test
    void aCopyHasHolesInstead() throws Exception {
        fill();
        List<Integer> leaves = leaves("entries");
        damage(leaves.subList(10, 13));
        try (ReplicaLog store = ReplicaLog.open(folder, () -> Log.START, notices::add)) {
            assertThat(salvaged().lost()).isPositive();
            assertThat(store.database().<java.util.Map<RoomId, SeqRanges>>read(ReplicaRows::lost))
                    .isEmpty();
            SeqRanges held = requireNonNull(store.held().get(RoomId.LOBBY));
            assertThat(held.newest().orElseThrow().to()).isEqualTo(COUNT + 1);
            assertThat(held.newest().orElseThrow().from()).isGreaterThan(1);
        }
    }
}
