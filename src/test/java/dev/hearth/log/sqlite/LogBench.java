package dev.hearth.log.sqlite;

import dev.hearth.log.Batch;
import dev.hearth.log.Log;
import dev.hearth.log.SearchQuery;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.Payload.Deleted;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.RoomId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Prints medians; asserts nothing. `mvn test -Pbench -Dtest=StoreBench`
@Tag("bench")
final class LogBench {
    private static final int MESSAGES = 100_000;
    private static final int ROUNDS = 31;

    @TempDir Path folder;
    private final Random random = new Random(1);
    private final List<String> vocabulary = new ArrayList<>();
    private SqliteChatLog store;
    private long seq;

    @BeforeEach
    void open() {
        store = SqliteChatLog.open(folder, InstantSource.system(), _ -> {});
        for (int i = 0; i < 20_000; i++) {
            vocabulary.add(
                    random.ints(3 + random.nextInt(7), 'a', 'z' + 1)
                            .collect(
                                    StringBuilder::new,
                                    StringBuilder::appendCodePoint,
                                    StringBuilder::append)
                            .toString());
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void numbers() throws Exception {
        for (int size : new int[] {1, 10, 100, 512}) {
            double millis = median(() -> append(size));
            say("append, %d at once: %.2f ms, %.0f entries/s", size, millis, size * 1000 / millis);
        }
        while (seq < MESSAGES) {
            append(500);
        }
        store.database().sweep();
        say("%d messages: %d MB", seq, Files.size(folder.resolve("chat.db")) >> 20);
        double page = median(() -> store.after(RoomId.LOBBY, random.nextInt(MESSAGES), 100));
        say("after, pages of 100: %.2f ms, %.0f pages/s", page, 1000 / page);
        double before = median(() -> store.before(RoomId.LOBBY, random.nextInt(MESSAGES), 100));
        say("before, folded pages of 100: %.2f ms", before);
        say("find: %.3f ms", median(() -> store.find(RoomId.LOBBY, id(random.nextInt(MESSAGES)))));
        for (String query : List.of("common", "rare " + word(), word(), "日本語", "本", "xyzzy", "a")) {
            say(
                    "search “%s”: %.1f ms",
                    query,
                    median(() -> store.search(SearchQuery.of(query, Set.of(RoomId.LOBBY), 20))));
        }
        say("delete: %.1f ms", median(this::delete));
        say("backup: %.0f ms", once(() -> store.backup(folder.resolve("backup"), bytes -> {})));
        store.close();
        say("open: %.0f ms", once(this::open));
    }

    private void delete() {
        long victim = 1L + random.nextInt(MESSAGES);
        seq++;
        store.append(
                Batch.of(List.of(Log.entry(seq, "id" + seq, Log.ANN, new Deleted(id(victim))))));
    }

    private void append(int size) {
        List<Entry> batch = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            seq++;
            batch.add(Log.entry(seq, "id" + seq, Log.ANN, new Posted(text())));
        }
        store.append(Batch.of(batch));
    }

    /// About 80 characters.
    private String text() {
        StringBuilder text = new StringBuilder("common");
        for (int i = 0; i < 11; i++) {
            text.append(' ').append(word());
        }
        return random.nextInt(50) == 0 ? text.append(" 今日は日本語").toString() : text.toString();
    }

    /// Some words are much more frequent than others.
    private String word() {
        double skewed = Math.pow(random.nextDouble(), 3);
        return vocabulary.get((int) (skewed * vocabulary.size()));
    }

    private static EntryId id(long n) {
        return new EntryId("id" + n);
    }

    private static double median(Runnable work) {
        double[] millis = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            // The program has to be warm.
            work.run();
        }
        for (int i = 0; i < ROUNDS; i++) {
            millis[i] = once(work);
        }
        Arrays.sort(millis);
        return millis[ROUNDS / 2];
    }

    private static double once(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
