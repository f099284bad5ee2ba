package dev.hearth.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearth.cli.BackupRequest;
import dev.hearth.log.Batch;
import dev.hearth.log.Log;
import dev.hearth.log.sqlite.SqliteChatLog;
import dev.hearth.model.FailureCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import dev.hearth.model.RoomId;
import dev.hearth.settings.DataFolder;
import dev.hearth.settings.FolderLock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `hearth backup` and `hearth restore` on real folders.
final class BackupRunTest {
    @TempDir private Path temp = Path.of("");
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Path data() {
        return temp.resolve("data");
    }

    private Path file() {
        return temp.resolve("chat.backup");
    }

    @BeforeEach
    void aChatOfThreeMessages() {
        try (SqliteChatLog log = open(data())) {
            log.append(Batch.of(Log.posts(1, 3)));
        }
    }

    private static SqliteChatLog open(Path data) {
        return SqliteChatLog.open(data.resolve("host"), Clock.systemUTC(), _ -> {});
    }

    private static long last(Path data) {
        try (SqliteChatLog log = open(data)) {
            return log.lastSeq(RoomId.LOBBY);
        }
    }

    private BackupRun run(Path data, boolean force) {
        return new BackupRun(
                new BackupRequest(file(), force, Optional.of(data)),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Clock.systemUTC());
    }

    private static String fails(FailureCode code, ThrowingCallable what) {
        String[] sentence = {""};
        assertThatExceptionOfType(HearthException.class)
                .isThrownBy(what)
                .satisfies(
                        e -> {
                            assertThat(e.code()).isEqualTo(code);
                            sentence[0] = e.sentence();
                        });
        return sentence[0];
    }

    private static Map<String, Long> sizes(Path folder) throws IOException {
        Map<String, Long> sizes = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                sizes.put(file.getFileName().toString(), Files.size(file));
            }
        }
        return sizes;
    }

    @Test
    void whatIsBackedUpComesBackAndTheChatThatWasThereIsKept() {
        run(data(), false).backup();
        try (SqliteChatLog log = open(data())) {
            log.append(Batch.of(Log.posts(4, 5)));
        }
        String refused = fails(LocalTrouble.IN_THE_WAY, () -> run(data(), false).restore());
        assertThat(refused).contains("--force");
        assertThat(last(data())).isEqualTo(5);
        run(data(), true).restore();
        assertThat(last(data())).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("chat.db.replaced-");
    }

    @Test
    void aChatComesToAnotherFolderAndIsToldThatItsKeyIsMissing() {
        run(data(), false).backup();
        Path other = temp.resolve("other");
        run(other, false).restore();
        assertThat(last(other)).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("host-key");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aBackupIsForItsOwnerAlone() throws IOException {
        run(data(), false).backup();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(sizes(temp)).containsOnlyKeys("data", "chat.backup");
    }

    @Test
    void aFileThatIsThereIsReplacedOnlyWhenThatIsSaid() throws IOException {
        Files.writeString(file(), "mine");
        fails(LocalTrouble.IN_THE_WAY, () -> run(data(), false).backup());
        assertThat(file()).hasContent("mine");
        run(data(), true).backup();
        run(temp.resolve("other"), false).restore();
        assertThat(last(temp.resolve("other"))).isEqualTo(3);
    }

    @Test
    void aRunningHostIsLeftAlone() {
        run(data(), false).backup();
        try (FolderLock _ = DataFolder.open(Optional.of(data())).lock("host")) {
            fails(LocalTrouble.DATA_IN_USE, () -> run(data(), true).backup());
            fails(LocalTrouble.DATA_IN_USE, () -> run(data(), true).restore());
        }
        assertThat(last(data())).isEqualTo(3);
    }

    @Test
    void whatIsNoBackupIsNoticedBeforeAnythingIsChanged() throws IOException {
        fails(LocalTrouble.NO_BACKUP, () -> run(data(), true).restore());
        Map<String, Long> before = sizes(data().resolve("host"));
        for (String wrong : List.of("", "not a database ".repeat(1_000))) {
            Files.writeString(file(), wrong);
            String sentence = fails(LocalTrouble.NO_BACKUP, () -> run(data(), true).restore());
            assertThat(sentence).contains("Nothing was changed");
        }
        Files.delete(file());
        run(data(), false).backup();
        byte[] damaged = Files.readAllBytes(file());
        for (int i = damaged.length / 3; i < damaged.length * 2 / 3; i++) {
            damaged[i] ^= 0x5a;
        }
        Files.write(file(), damaged);
        fails(LocalTrouble.NO_BACKUP, () -> run(data(), true).restore());
        assertThat(sizes(data().resolve("host"))).containsAllEntriesOf(without(before, ".lock"));
        assertThat(last(data())).isEqualTo(3);
    }

    private static Map<String, Long> without(Map<String, Long> sizes, String name) {
        Map<String, Long> rest = new HashMap<>(sizes);
        rest.remove(name);
        // What says that the log was closed in order is written anew by each run.
        rest.keySet().removeIf(each -> each.endsWith(".closed"));
        return rest;
    }

    @Test
    void withoutAChatThereIsNothingToBackUp() {
        fails(LocalTrouble.NO_CHAT, () -> run(temp.resolve("none"), false).backup());
    }

    @Test
    void aMissingFolderIsSaid() {
        var request = new BackupRequest(temp.resolve("no/such/file"), false, Optional.of(data()));
        var run =
                new BackupRun(
                        request,
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Clock.systemUTC());
        assertThat(fails(LocalTrouble.CANNOT_WRITE, run::backup)).contains("no folder");
    }
}
