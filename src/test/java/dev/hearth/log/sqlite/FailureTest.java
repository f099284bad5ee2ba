package dev.hearth.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearth.log.Batch;
import dev.hearth.log.Log;
import dev.hearth.log.SearchQuery;
import dev.hearth.log.StorageException;
import dev.hearth.log.StorageException.Reason;
import dev.hearth.log.StoreNotice;
import dev.hearth.log.StoreNotice.Recovered;
import dev.hearth.log.StoreNotice.Refusing;
import dev.hearth.log.StoreNotice.Salvaged;
import dev.hearth.log.StoreNotice.SetAside;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Payload.Deleted;
import dev.hearth.model.RoomId;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Disks that are full and files that are damaged: for real.
final class FailureTest {
    private static final int PAGE = 4_096;

    @TempDir Path folder;
    private final List<StoreNotice> notices = new ArrayList<>();
    private @Nullable SqliteChatLog store;

    @AfterEach
    void close() {
        if (store != null) {
            store.close();
        }
    }

    private SqliteChatLog open() {
        close();
        store = SqliteChatLog.open(folder, () -> Log.START, notices::add);
        return store;
    }

    @Test
    void aFullDiskRefusesWritesWhileReadsGoOnAndRecoversByItself() {
        SqliteChatLog full = open();
        full.append(Batch.of(Log.posts(1, 100)));
        long pages = Long.parseLong(ask(full, "PRAGMA page_count"));
        ask(full, "PRAGMA max_page_count = " + (pages + 3));
        StorageException failure = fill(full);
        assertThat(failure.code()).isEqualTo(ErrorCode.STORAGE);
        assertThat(failure.reason()).isEqualTo(Reason.FULL);
        long last = full.lastSeq(RoomId.LOBBY);
        assertThat(full.after(RoomId.LOBBY, last - 1, 10)).hasSize(1);
        assertThat(full.search(SearchQuery.of("text", Set.of(RoomId.LOBBY), 5)).hits()).hasSize(5);
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> full.append(Batch.of(large(last + 1))));
        assertThat(notices).hasSize(1).first().isInstanceOf(Refusing.class);
        ask(full, "PRAGMA max_page_count = 1000000");
        full.append(Batch.of(large(last + 1)));
        assertThat(notices).hasSize(2).last().isEqualTo(new Recovered());
        assertThat(full.lastSeq(RoomId.LOBBY)).isEqualTo(last + 1);
        assertThat(ask(open(), "PRAGMA integrity_check")).isEqualTo("ok");
        assertThat(open().lastSeq(RoomId.LOBBY)).isEqualTo(last + 1);
    }

    private static StorageException fill(SqliteChatLog store) {
        try {
            while (true) {
                store.append(Batch.of(large(store.lastSeq(RoomId.LOBBY) + 1)));
            }
        } catch (StorageException e) {
            return e;
        }
    }

    private static List<Entry> large(long seq) {
        return List.of(Log.post(seq, "x".repeat(2 * PAGE)));
    }

    @Test
    void setsAsideWhatIsNoDatabase() throws IOException {
        String host = open().hostId();
        String epoch = open().epoch();
        close();
        byte[] garbage = "this is not a database, ".repeat(500).getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("chat.db"), garbage);
        SqliteChatLog fresh = open();
        assertThat(Files.readAllBytes(aside())).isEqualTo(garbage);
        assertThat(fresh.epoch()).isNotEqualTo(epoch);
        assertThat(fresh.hostId()).as("who it is does not change").isEqualTo(host);
        assertThat(fresh.lastSeq(RoomId.LOBBY)).isZero();
        fresh.append(Batch.of(Log.posts(1, 3)));
    }

    @Test
    void savesWhatHasNoSchemaLeftByTheSchemaOfANewLog() throws IOException {
        open().append(Batch.of(Log.posts(1, 2_000)));
        close();
        damage(20, 60);
        assertThat(open().lastSeq(RoomId.LOBBY)).isEqualTo(2_000);
        assertThat(salvaged().saved()).isBetween(1_000L, 1_999L);
        assertThat(salvaged().kept()).exists();
    }

    @Test
    void aLogThatWasClosedInOrderIsNotLookedThroughAgain() throws IOException {
        open().append(Batch.of(Log.posts(1, 5)));
        close();
        assertThat(folder.resolve("chat.db.closed")).exists();
        assertThat(open().lastSeq(RoomId.LOBBY)).isEqualTo(5);
        assertThat(folder.resolve("chat.db.closed")).as("while it is open").doesNotExist();
        assertThat(notices).isEmpty();
    }

    @Test
    void savesWhatIsLeftOfAFileThatWasCutShort() throws IOException {
        open().append(Batch.of(Log.posts(1, 2_000)));
        close();
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("chat.db").toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }
        assertThat(open().lastSeq(RoomId.LOBBY)).isPositive();
        assertThat(salvaged().saved()).isBetween(500L, 1_999L);
        assertThat(salvaged().kept()).exists();
    }

    @Test
    void setsNothingAsideTwiceUnderOneName() throws IOException {
        for (int i = 0; i < 3; i++) {
            open();
            close();
            Files.writeString(folder.resolve("chat.db"), "broken " + i + " ".repeat(200));
        }
        open();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(each -> each.toString().contains(".broken-"))).hasSize(3);
        }
    }

    @Test
    void damageThatShowsWhileRunningIsSaidAndTheRestGoesOn() throws IOException {
        SqliteChatLog running = open();
        running.append(Batch.of(Log.posts(1, 20_000)));
        assertThat(running.database().sweep()).isTrue();
        long pages = Files.size(folder.resolve("chat.db")) / PAGE;
        damage((int) pages / 4, (int) pages);
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> readAll(running))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE));
        assertThat(running.lastSeq(RoomId.LOBBY)).isEqualTo(20_000);
        assertThat(open().lastSeq(RoomId.LOBBY)).isPositive();
        assertThat(notices)
                .singleElement()
                .isInstanceOfSatisfying(Salvaged.class, it -> assertThat(it.saved()).isPositive());
    }

    @Test
    void anInterruptedThreadDoesNotHarmTheLog() {
        SqliteChatLog running = open();
        running.append(Batch.of(Log.posts(1, 5)));
        Thread.currentThread().interrupt();
        try {
            running.append(Batch.of(List.of(deletion(6, 1))));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        running.append(Batch.of(List.of(deletion(7, 2))));
        assertThat(running.database().sweep()).isTrue();
        assertThat(running.lastSeq(RoomId.LOBBY)).isEqualTo(7);
    }

    private static Entry deletion(long seq, long of) {
        return Log.entry(seq, "d" + seq, Log.ANN, new Deleted(new EntryId("#lobby-" + of)));
    }

    private static void readAll(SqliteChatLog store) {
        for (long seq = 0; seq < store.lastSeq(RoomId.LOBBY); ) {
            seq += store.after(RoomId.LOBBY, seq, 200).size();
        }
    }

    @Test
    void aLogOfANewerVersionIsLeftAlone() {
        open().database()
                .alone(
                        session -> {
                            session.execute("PRAGMA user_version = 9999");
                            return true;
                        });
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(this::open)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NEWER));
        assertThat(notices).isEmpty();
        assertThat(folder.resolve("chat.db")).exists();
    }

    @Test
    void aFolderThatCannotBeUsedIsSaid() throws IOException {
        Files.createDirectory(folder.resolve("chat.db"));
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(this::open)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE));
    }

    private Salvaged salvaged() {
        assertThat(notices).singleElement().isInstanceOf(Salvaged.class);
        return (Salvaged) notices.getFirst();
    }

    private Path aside() {
        assertThat(notices).hasSize(1).first().isInstanceOf(SetAside.class);
        return notices.getFirst() instanceof SetAside(Path kept, var _) ? kept : folder;
    }

    /// Overwrites the pages from `first` up to `last`.
    private void damage(int first, int last) throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("chat.db").toFile(), "rw")) {
            for (int page = first; page < last; page++) {
                file.seek((long) page * PAGE);
                file.write("damaged!".repeat(PAGE / 8).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static String ask(SqliteChatLog store, String pragma) {
        return store.database().alone(session -> session.ask(pragma));
    }
}
