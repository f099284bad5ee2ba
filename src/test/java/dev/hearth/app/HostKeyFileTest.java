package dev.hearth.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearth.log.sqlite.SqliteChatLog;
import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import dev.hearth.protocol.HostKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HostKeyFileTest {
    @TempDir Path folder;

    private static HostKey start(Path where, boolean renew) {
        try (SqliteChatLog store = SqliteChatLog.open(where, InstantSource.system(), _ -> {})) {
            HostKey key = HostKeyFile.of(where, store, renew);
            assertThat(store.hostId()).isEqualTo(key.id());
            return key;
        }
    }

    private Path file() {
        return folder.resolve("host-key");
    }

    private void assertRefused(Path where, String what) {
        assertThatExceptionOfType(HearthException.class)
                .isThrownBy(() -> start(where, false))
                .satisfies(e -> assertThat(e.code()).isEqualTo(LocalTrouble.HOST_KEY))
                .satisfies(e -> assertThat(e.sentence()).contains(what, "hearth host --new-key"));
    }

    @Test
    void isMadeOnceAndStays() {
        HostKey key = start(folder, false);
        assertThat(key.id()).matches("[0-9a-f]{64}");
        assertThat(start(folder, false).id()).isEqualTo(key.id());
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        start(folder, false);
        if (Files.getFileAttributeView(file(), PosixFileAttributeView.class) != null) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                    .isEqualTo("rw-------");
        }
    }

    /// A folder of a version that had random ids.
    @Test
    void aLogWithoutAKeyGetsOne() {
        String random;
        try (SqliteChatLog store = SqliteChatLog.open(folder, InstantSource.system(), _ -> {})) {
            random = store.hostId();
        }
        assertThat(HostKey.isId(random)).isFalse();
        assertThat(start(folder, false).id()).isNotEqualTo(random);
    }

    /// A crash between the two writes of the first start.
    @Test
    void aKeyThatTheLogDoesNotKnowYetIsTaken() throws IOException {
        HostKey key = HostKey.fresh();
        Files.writeString(file(), key.text());
        assertThat(start(folder, false).id()).isEqualTo(key.id());
    }

    @Test
    void aDamagedKeyIsSaidAndNotReplaced() throws IOException {
        start(folder, false);
        String other = HostKey.fresh().text();
        String mixed =
                Files.readString(file()).lines().limit(2).reduce("", (a, b) -> a + b + "\n")
                        + other.lines().skip(2).findFirst().orElseThrow();
        for (String damaged : new String[] {"", "x", "hearth-host-key 1\n!\n!\n", mixed}) {
            Files.writeString(file(), damaged);
            assertRefused(folder, "is damaged");
            assertThat(file()).hasContent(damaged);
        }
    }

    @Test
    void aBackupOfTheLogAloneIsNotOpenedAsAnotherChat(@TempDir Path elsewhere) throws IOException {
        HostKey key = start(folder, false);
        try (SqliteChatLog store = SqliteChatLog.open(folder, InstantSource.system(), _ -> {})) {
            store.backup(elsewhere.resolve("chat.db"), bytes -> {});
        }
        assertRefused(elsewhere, "is missing");
        Files.writeString(elsewhere.resolve("host-key"), HostKey.fresh().text());
        assertRefused(elsewhere, "is not the key");
        Files.copy(
                file(),
                elsewhere.resolve("host-key"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(start(elsewhere, false).id()).isEqualTo(key.id());
    }

    @Test
    void aKeyThatIsLostIsReplacedWhenTheOwnerSaysSo() throws IOException {
        HostKey first = start(folder, false);
        Files.delete(file());
        assertRefused(folder, "is missing");
        HostKey second = start(folder, true);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(start(folder, false).id()).isEqualTo(second.id());
        HostKey third = start(folder, true);
        assertThat(third.id()).isNotEqualTo(second.id());
        assertThat(folder.resolve("host-key.replaced-1")).hasContent(second.text());
    }

    /// The log is lost, the folder is not: it is still the same host.
    @Test
    void aLogThatIsSetAsideLeavesTheHostTheSame() throws IOException {
        HostKey key = start(folder, false);
        Files.writeString(folder.resolve("chat.db"), "no database".repeat(1_000));
        assertThat(start(folder, false).id()).isEqualTo(key.id());
    }
}
