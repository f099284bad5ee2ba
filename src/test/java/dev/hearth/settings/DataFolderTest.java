package dev.hearth.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.model.FailureCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {
    @TempDir private Path temp = Path.of("");

    private static void assertFails(ThrowingCallable what, FailureCode code, Path folder) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        HearthException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(code);
                            assertThat(e.sentence())
                                    .contains(folder.toString())
                                    .contains("--data OTHER");
                        });
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isWhereEachPlatformKeepsSuchThings() {
        Path home = Path.of("/home/ada");
        assertThat(DataFolder.ofPlatform("Linux", Map.of(), home))
                .isEqualTo(Path.of("/home/ada/.local/share/hearth"));
        assertThat(DataFolder.ofPlatform("Linux", Map.of("XDG_DATA_HOME", "/data"), home))
                .isEqualTo(Path.of("/data/hearth"));
        assertThat(DataFolder.ofPlatform("Linux", Map.of("XDG_DATA_HOME", "relative"), home))
                .isEqualTo(Path.of("/home/ada/.local/share/hearth"));
        assertThat(DataFolder.ofPlatform("Mac OS X", Map.of(), home))
                .isEqualTo(Path.of("/home/ada/Library/Application Support/Hearth"));
        assertThat(DataFolder.ofPlatform("Windows 11", Map.of("APPDATA", "/roaming"), home))
                .isEqualTo(Path.of("/roaming/Hearth"));
        assertThat(DataFolder.ofPlatform("Windows 11", Map.of(), home))
                .isEqualTo(Path.of("/home/ada/AppData/Roaming/Hearth"));
    }

    @Test
    void isMadeWhenItIsMissing() throws IOException {
        Path folder = temp.resolve("a").resolve("b");
        DataFolder data = DataFolder.open(Optional.of(folder));
        assertThat(data.path()).isEqualTo(folder).isEmptyDirectory();
        try (FolderLock lock = data.lock("host")) {
            assertThat(lock.folder()).isEqualTo(folder.resolve("host")).isDirectory();
        }
    }

    @Test
    void saysWhenItCannotBeWrittenTo() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "no folder");
        assertFails(() -> DataFolder.open(Optional.of(file)), LocalTrouble.DATA_NOT_WRITABLE, file);
        Path below = file.resolve("below");
        assertFails(
                () -> DataFolder.open(Optional.of(below)), LocalTrouble.DATA_NOT_WRITABLE, below);
    }

    @Test
    void isForOneAtATimeWithinAProcess() {
        DataFolder data = DataFolder.open(Optional.of(temp));
        try (FolderLock _ = data.lock("host");
                FolderLock _ = data.lock("joined")) {
            assertFails(() -> data.lock("host"), LocalTrouble.DATA_IN_USE, temp);
        }
        data.lock("host").close();
    }

    @Test
    void isForOneProcessAtATimeAndFreeWhenThatIsKilled() throws Exception {
        Process other = another();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("locked");
            DataFolder data = DataFolder.open(Optional.of(temp));
            assertFails(() -> data.lock("host"), LocalTrouble.DATA_IN_USE, temp);
            other.destroyForcibly();
            assertThat(other.waitFor(10, TimeUnit.SECONDS)).isTrue();
            data.lock("host").close();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void aRefusalWithinTheProcessKeepsOthersOut() throws Exception {
        DataFolder data = DataFolder.open(Optional.of(temp));
        try (FolderLock _ = data.lock("host")) {
            assertFails(() -> data.lock("host"), LocalTrouble.DATA_IN_USE, temp);
            Process other = another();
            try {
                assertThat(other.inputReader().readLine()).contains("Another Hearth is using");
            } finally {
                other.destroyForcibly();
            }
        }
    }

    @Test
    void aLockThatIsClosedTwiceLetsGoOnce() {
        DataFolder data = DataFolder.open(Optional.of(temp));
        FolderLock first = data.lock("host");
        first.close();
        try (FolderLock _ = data.lock("host")) {
            first.close();
            assertFails(() -> data.lock("host"), LocalTrouble.DATA_IN_USE, temp);
        }
    }

    private Process another() throws IOException {
        return new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                LockHolder.class.getName(),
                                temp.toString()))
                .redirectErrorStream(true)
                .start();
    }

    /// Another Hearth: holds the lock until it is killed.
    static final class LockHolder {
        private LockHolder() {}

        public static void main(String[] arguments) throws IOException {
            try (FolderLock _ = DataFolder.open(Optional.of(Path.of(arguments[0]))).lock("host")) {
                System.out.println("locked");
                var _ = System.in.read();
            } catch (HearthException e) {
                System.out.println(e.sentence());
            }
        }
    }
}
