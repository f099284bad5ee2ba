package dev.hearth.log.sqlite;

import static dev.hearth.log.Log.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.log.Batch;
import dev.hearth.log.Log;
import dev.hearth.log.StoredRoom;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.FileId;
import dev.hearth.model.Payload;
import dev.hearth.model.Payload.Closed;
import dev.hearth.model.Payload.Deleted;
import dev.hearth.model.Payload.Edited;
import dev.hearth.model.Payload.Opened;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Payload.Renamed;
import dev.hearth.model.Payload.TopicSet;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.testkit.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Deleted text is in no file of the log: every byte of the folder is looked at.
final class ErasureTest {
    private static final long SEED = new Random().nextLong();

    @TempDir Path folder;
    private final Random random = new Random(SEED);
    private final List<Entry> pending = new ArrayList<>();
    private SqliteChatLog store;
    private long seq;

    @BeforeEach
    void open() {
        System.out.println("seed " + SEED);
        store = SqliteChatLog.open(folder, InstantSource.system(), _ -> {});
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void deletedTextIsInNoFileWhileTheLogIsOpenAndAfter() throws IOException {
        Set<String> kept = new TreeSet<>();
        Set<String> gone = new TreeSet<>();
        List<EntryId> doomed = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            boolean dies = random.nextInt(3) == 0;
            EntryId id = say(dies ? gone : kept);
            if (dies) {
                doomed.add(id);
            }
            if (random.nextInt(20) == 0) {
                flush();
            }
        }
        flush();
        // Not all of them: some words are torn apart by the end of a page.
        assertThat(found(gone).size()).isGreaterThan(gone.size() * 9 / 10);
        for (EntryId id : doomed) {
            append(new Deleted(id));
            if (random.nextInt(4) == 0) {
                flush();
            }
        }
        flush();
        Patience.await().until(() -> !store.isSweeping());
        assertThat(found(gone).stream().limit(20)).isEmpty();
        assertThat(found(kept).size()).isGreaterThan(kept.size() * 9 / 10);
        store.close();
        assertThat(found(gone).stream().limit(20)).isEmpty();
        open();
        String check = store.database().read(session -> session.ask("PRAGMA integrity_check"));
        assertThat(check).isEqualTo("ok");
    }

    @Test
    void whatACrashLeftIsGoneAfterTheNextStart(@TempDir Path crashed) throws IOException {
        Set<String> gone = new TreeSet<>();
        EntryId id = say(gone);
        flush();
        store.database()
                .read(
                        session -> {
                            session.ask("SELECT count(*) FROM entries");
                            append(new Deleted(id));
                            flush();
                            copyTo(crashed);
                            return true;
                        });
        assertThat(found(crashed, gone)).isNotEmpty();
        try (SqliteChatLog _ = SqliteChatLog.open(crashed, InstantSource.system(), _ -> {})) {
            assertThat(found(crashed, gone)).isEmpty();
        }
    }

    @Test
    void ofAClosedRoomNothingIsInAnyFile() throws IOException {
        Set<String> kept = new TreeSet<>();
        Set<String> gone = new TreeSet<>();
        say(kept);
        flush();
        RoomId room = new RoomId("garden");
        List<Entry> said = new ArrayList<>();
        said.add(
                in(room, 1, new Opened(word(gone), word(gone), RoomKind.PUBLIC, Optional.empty())));
        said.add(in(room, 2, new TopicSet(text(gone))));
        for (long n = 3; n < 1_200; n += 2) {
            said.add(in(room, n, new Posted(word(gone))));
            said.add(in(room, n + 1, new Edited(said.getLast().id(), word(gone))));
        }
        said.add(in(room, said.size() + 1L, new Renamed(word(gone))));
        store.append(Batch.of(said));
        assertThat(found(gone).size()).isGreaterThan(gone.size() * 9 / 10);
        EntryId closing = new EntryId("closing");
        long last = said.size() + 1L;
        store.append(
                Batch.of(
                        List.of(new Entry(room, last, closing, ANN, Instant.EPOCH, new Closed()))));
        assertThat(store.rooms()).extracting(StoredRoom::id).containsExactly(RoomId.LOBBY);
        assertThat(store.emptyClosedRooms()).isTrue();
        // A part is taken away before the log is closed, the rest after it is opened again.
        store.close();
        open();
        int parts = 0;
        while (store.emptyClosedRooms()) {
            parts++;
        }
        assertThat(parts).isGreaterThan(1);
        Patience.await().until(() -> !store.isSweeping());
        assertThat(found(gone).stream().limit(20)).isEmpty();
        assertThat(found(kept)).isNotEmpty();
        assertThat(store.after(room, 0, 10)).extracting(Entry::id).containsExactly(closing);
        assertThat(store.find(ANN.id(), closing)).isPresent();
        String check = store.database().read(session -> session.ask("PRAGMA integrity_check"));
        assertThat(check).isEqualTo("ok");
    }

    private static Entry in(RoomId room, long seq, Payload payload) {
        return new Entry(room, seq, new EntryId("garden" + seq), ANN, Instant.EPOCH, payload);
    }

    private void copyTo(Path target) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aReaderOfAnEarlierMomentOnlyDelaysIt() throws IOException {
        Set<String> gone = new TreeSet<>();
        EntryId id = say(gone);
        flush();
        store.database()
                .read(
                        session -> {
                            session.ask("SELECT count(*) FROM entries");
                            append(new Deleted(id));
                            flush();
                            assertThat(store.isSweeping()).isTrue();
                            return true;
                        });
        Patience.await().until(() -> !store.isSweeping());
        assertThat(found(gone).stream().limit(20)).isEmpty();
    }

    /// Says something, and perhaps something else later; every word of it goes into `words`.
    private EntryId say(Set<String> words) {
        EntryId id = new EntryId("id" + (seq + 1));
        List<FileId> files = random.nextInt(5) == 0 ? List.of(new FileId(word(words))) : List.of();
        append(new Posted(text(words), Optional.empty(), files));
        for (int edits = random.nextInt(4) - 1; edits > 0; edits--) {
            append(new Edited(id, text(words)));
        }
        return id;
    }

    /// Mostly short, sometimes of many pages.
    private String text(Set<String> words) {
        int count = random.nextInt(20) == 0 ? 400 : 1 + random.nextInt(12);
        return IntStream.range(0, count)
                .mapToObj(_ -> word(words))
                .collect(Collectors.joining(" "));
    }

    private String word(Set<String> words) {
        boolean han = random.nextInt(4) == 0;
        String word =
                random.ints(han ? 4 : 16, 0, han ? 20_000 : 26)
                        .map(n -> n + (han ? 0x4E00 : 'a'))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, (a, b) -> {})
                        .toString();
        words.add(word);
        if (han) {
            // What the index of trigrams would keep of it.
            words.add(word.substring(0, 3));
            words.add(word.substring(1, 4));
        } else {
            // The index keeps of a word what differs from the one before it.
            words.add(word.substring(6));
        }
        return word;
    }

    private void append(Payload payload) {
        seq++;
        pending.add(Log.entry(seq, "id" + seq, ANN, payload));
    }

    private void flush() {
        store.append(Batch.of(pending));
        pending.clear();
    }

    /// Which of `words` are somewhere in the folder.
    private Set<String> found(Set<String> words) throws IOException {
        return found(folder, words);
    }

    private static Set<String> found(Path folder, Set<String> words) throws IOException {
        Map<Integer, List<String>> byStart = new HashMap<>();
        for (String word : words) {
            byStart.computeIfAbsent(start(utf8(word), 0), _ -> new ArrayList<>()).add(word);
        }
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                for (int i = 0; i + 4 <= bytes.length; i++) {
                    for (String word : byStart.getOrDefault(start(bytes, i), List.of())) {
                        if (startsWith(bytes, i, utf8(word))) {
                            found.add(word);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static int start(byte[] bytes, int at) {
        return bytes[at] << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | (bytes[at + 3] & 0xFF);
    }

    private static boolean startsWith(byte[] bytes, int at, byte[] word) {
        return at + word.length <= bytes.length
                && Arrays.equals(bytes, at, at + word.length, word, 0, word.length);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
