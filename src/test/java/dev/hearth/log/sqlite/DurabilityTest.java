package dev.hearth.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.RoomId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was acknowledged is on disk: it survives SIGKILL, and the system was told to sync it.
final class DurabilityTest {
    private static final int ROUNDS = 20;
    private static final int GO_ON_MILLIS = 150;

    @TempDir Path folder;

    @Test
    void theWriterSyncsEveryCommit() {
        try (SqliteChatLog store = open()) {
            assertThat(ask(store, "PRAGMA synchronous")).isEqualTo("2");
            assertThat(ask(store, "PRAGMA journal_mode")).isEqualTo("wal");
            assertThat(ask(store, "PRAGMA foreign_keys")).isEqualTo("1");
            assertThat(ask(store, "PRAGMA secure_delete")).isEqualTo("1");
            store.database().sweep();
            assertThat(ask(store, "PRAGMA synchronous")).as("of the next writer").isEqualTo("2");
        }
    }

    @Test
    void theLogIsSyncedBetweenTheCommitAndItsAcknowledgement()
            throws IOException, InterruptedException {
        assumeTrue(runs("strace", "-o", "/dev/null", "true"), "strace is not installed");
        Path trace = folder.resolve("trace");
        List<String> command =
                new ArrayList<>(List.of("strace", "-f", "-y", "-e", "trace=fsync,fdatasync,write"));
        command.addAll(List.of("-o", trace.toString()));
        command.addAll(child("once"));
        assertThat(runs(command.toArray(String[]::new))).isTrue();
        List<String> calls = Files.readAllLines(trace);
        int commit = indexOf(calls, "\"committing");
        int acknowledged = indexOf(calls, "\"acknowledged");
        assertThat(calls.subList(commit, acknowledged))
                .anyMatch(call -> call.matches(".*f(data)?sync\\(\\d+<.*chat\\.db-wal>.*"));
    }

    private static int indexOf(List<String> calls, String text) {
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).contains(text)) {
                return i;
            }
        }
        throw new AssertionError("no " + text + " in\n" + String.join("\n", calls));
    }

    @Test
    void nothingThatWasAcknowledgedIsLostWhenTheProcessIsKilled()
            throws IOException, InterruptedException {
        kill(ROUNDS);
    }

    @Test
    @Tag("soak")
    void noneOfTwoHundredKillsLosesAnything() throws IOException, InterruptedException {
        kill(10 * ROUNDS);
    }

    private void kill(int rounds) throws IOException, InterruptedException {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<String> acknowledged = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Process child = new ProcessBuilder(child("forever")).start();
            acknowledged.addAll(killed(child, random.nextInt(GO_ON_MILLIS)));
            try (SqliteChatLog store = open()) {
                check(store, acknowledged, seed);
            }
        }
        System.out.println(acknowledged.size() + " entries in " + rounds + " rounds");
        assertThat(acknowledged.size()).isGreaterThan(rounds);
    }

    /// @return what the child said before its end
    private static List<String> killed(Process child, int afterMillis)
            throws IOException, InterruptedException {
        try (BufferedReader out = child.inputReader()) {
            List<String> lines = new ArrayList<>();
            lines.add(String.valueOf(out.readLine()));
            // SIGKILL comes at a random time, whatever the child is doing then.
            boolean _ = child.waitFor(Duration.ofMillis(afterMillis));
            // Not by the Process, which would close what the child said.
            child.toHandle().destroyForcibly();
            out.lines().forEach(lines::add);
            child.waitFor();
            // The last line may be cut off.
            return lines.stream()
                    .filter(line -> line.endsWith("."))
                    .map(line -> line.substring(0, line.length() - 1))
                    .toList();
        }
    }

    private static void check(SqliteChatLog store, List<String> acknowledged, long seed) {
        assertThat(ask(store, "PRAGMA integrity_check")).as("seed " + seed).isEqualTo("ok");
        for (String id : acknowledged) {
            assertThat(store.find(RoomId.LOBBY, new EntryId(id)))
                    .as(id + ", seed " + seed)
                    .isPresent();
        }
        long seq = 0;
        while (seq < store.lastSeq(RoomId.LOBBY)) {
            for (Entry entry : store.after(RoomId.LOBBY, seq, 500)) {
                assertThat(entry.seq()).as("seed " + seed).isEqualTo(++seq);
            }
        }
    }

    private List<String> child(String how) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Appending.class.getName(),
                folder.resolve("store").toString(),
                how);
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private SqliteChatLog open() {
        return SqliteChatLog.open(folder.resolve("store"), InstantSource.system(), _ -> {});
    }

    private static String ask(SqliteChatLog store, String pragma) {
        return store.database().alone(session -> session.ask(pragma));
    }
}
