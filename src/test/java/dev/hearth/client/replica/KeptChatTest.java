package dev.hearth.client.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.connection.Kept;
import dev.hearth.client.replica.Replica.Tail;
import dev.hearth.export.ExportFormat;
import dev.hearth.export.Exporter;
import dev.hearth.log.sqlite.SqliteChatLog;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.Limits;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class KeptChatTest {
    private static final Person BOB = new Person(new PersonId("bob"), "Bob", Role.MEMBER);

    @TempDir Path folder;
    private final List<String> told = new java.util.ArrayList<>();

    private Replica open() {
        return Replica.open(
                new Kept(folder).open("host").orElseThrow(), InstantSource.system(), told::add);
    }

    private static List<Entry> posts(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(
                        seq ->
                                new Entry(
                                        RoomId.LOBBY,
                                        seq,
                                        new EntryId("id" + seq),
                                        BOB,
                                        Instant.ofEpochMilli(seq),
                                        new Posted("post " + seq)))
                .toList();
    }

    private static Tail tail(Replica kept) {
        return kept.contents().lobby().orElseThrow();
    }

    @Test
    void showsTheNewestPartWithoutAHole() {
        try (Replica kept = open()) {
            kept.keep(posts(1, 1_500));
            assertThat(tail(kept).messages()).hasSize(1_000);
            assertThat(tail(kept).oldest()).isEqualTo(501);
            kept.keep(posts(1_502, 1_600));
        }
        try (Replica kept = open()) {
            assertThat(tail(kept).oldest()).isEqualTo(1_502);
            assertThat(tail(kept).messages()).hasSize(99);
            assertThat(kept.older(RoomId.LOBBY, 1_502, 200).messages()).isEmpty();
            kept.keep(posts(1_501, 1_501));
            assertThat(kept.older(RoomId.LOBBY, 1_502, 200).messages()).hasSize(200);
            assertThat(kept.older(RoomId.LOBBY, 150, 200).oldest()).isEqualTo(1);
        }
    }

    /// A host may number its entries as it likes: what that costs here is what is kept.
    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void pruningCostsNoMoreThanWhatIsKept() {
        long most = (1L << 53) - 1;
        try (Replica kept = open()) {
            kept.keep(posts(1, 2_500));
            kept.keep(posts(1_000_000, 1_000_001));
            kept.keep(posts(most - 3, most));
            assertThat(tail(kept).newest().after()).isEqualTo(most);
            assertThat(tail(kept).oldest()).isEqualTo(most - 3);
            kept.keep(posts(5, 6));
            assertThat(kept.older(RoomId.LOBBY, 7, 10).messages()).isEmpty();
        }
    }

    @Test
    void keepsTheNewestOfARoom() {
        long last = Limits.KEPT_ENTRIES.value() + 3_000L;
        try (Replica kept = open()) {
            for (long seq = 1; seq < last; seq += 1_000) {
                kept.keep(posts(seq, seq + 999));
            }
            long oldest = last - Limits.KEPT_ENTRIES.value() + 1;
            assertThat(kept.older(RoomId.LOBBY, oldest - 999, 10).messages()).isEmpty();
            assertThat(kept.older(RoomId.LOBBY, oldest + 5, 10).messages()).hasSizeBetween(5, 10);
            assertThat(tail(kept).newest().after()).isEqualTo(last);
        }
    }

    @Test
    void aCopyOfAnotherLogIsSetAsideReadable() throws IOException {
        Path host = folder.resolve("host");
        try (Replica kept = open()) {
            kept.keep(posts(1, 50));
            kept.setLogAside();
            assertThat(kept.contents().lobby()).isEmpty();
            kept.keep(posts(1, 3));
            kept.setLogAside();
            kept.setLogAside();
        }
        List<Integer> found = new ArrayList<>();
        try (var folders = Files.newDirectoryStream(host, "earlier-*")) {
            for (Path earlier : folders) {
                try (SqliteChatLog store =
                        SqliteChatLog.openSound(earlier, InstantSource.system(), _ -> {})) {
                    StringWriter text = new StringWriter();
                    new Exporter(store, ZoneOffset.UTC)
                            .write(ExportFormat.TEXT, Set.of(RoomId.LOBBY), Instant.EPOCH, text);
                    found.add(
                            (int)
                                    text.toString()
                                            .lines()
                                            .filter(it -> it.contains(": post "))
                                            .count());
                }
            }
        }
        assertThat(found).containsExactlyInAnyOrder(50, 3);
    }

    @Test
    void earlierCopiesAreBoundedTheFirstOnesStayAndItIsSaid() throws IOException {
        Path host = folder.resolve("host");
        try (Replica kept = open()) {
            for (int i = 1; i <= 12; i++) {
                kept.keep(posts(1, i));
                kept.setLogAside();
                assertThat(kept.contents().lobby()).isEmpty();
            }
        }
        List<Long> found = new ArrayList<>();
        try (var folders = Files.newDirectoryStream(host, "earlier-*")) {
            for (Path earlier : folders) {
                try (SqliteChatLog store =
                        SqliteChatLog.openSound(earlier, InstantSource.system(), _ -> {})) {
                    found.add(store.lastSeq(RoomId.LOBBY));
                }
            }
        }
        assertThat(found).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(told)
                .hasSize(2)
                .allMatch(each -> each.contains("enough earlier copies"))
                .allMatch(each -> each.contains(host.toString()));
    }
}
