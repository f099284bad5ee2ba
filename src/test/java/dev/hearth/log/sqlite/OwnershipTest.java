package dev.hearth.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearth.log.Batch;
import dev.hearth.log.Log;
import dev.hearth.log.StorageException;
import dev.hearth.log.StorageException.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A log has one owner, also where no lock file says so (this package knows none).
final class OwnershipTest {
    @TempDir Path folder;

    private SqliteChatLog open() {
        return SqliteChatLog.open(folder, InstantSource.system(), _ -> {});
    }

    @Test
    void aLogThatAnotherProcessHasIsInUse() throws IOException {
        Process other = appending();
        try (BufferedReader lines = other.inputReader()) {
            assertThat(lines.readLine()).as("it has begun to write").isNotNull();
            assertInUse();
            String line = lines.readLine();
            assertThat(line).as("it goes on").isNotNull();
        } finally {
            other.destroyForcibly();
        }
        other.onExit().join();
        open().close();
    }

    @Test
    void aLogThatThisProcessHasIsInUse() {
        try (SqliteChatLog store = open()) {
            assertInUse();
            store.append(Batch.of(Log.posts(1, 3)));
            store.database().sweep();
            assertInUse();
        }
        open().close();
    }

    @Test
    void anotherProcessCannotTakeALogThatIsBusy() throws Exception {
        try (SqliteChatLog store = open()) {
            store.append(Batch.of(Log.posts(1, 3)));
            store.database().sweep();
            store.backup(folder.resolve("backup.db"), bytes -> {});
            Process other = appending();
            assertThat(other.waitFor()).as("it ended by itself").isNotZero();
        }
    }

    private void assertInUse() {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(this::open)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.IN_USE));
    }

    private Process appending() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        List.of(
                                java.toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Appending.class.getName(),
                                folder.toString(),
                                "many"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
