package dev.hearth.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnerTokenTest {
    @TempDir Path folder;

    @Test
    void isMadeOnceAndStays() {
        String token = OwnerToken.in(folder);
        assertThat(token).matches("[0-9a-f]{64}");
        assertThat(OwnerToken.in(folder)).isEqualTo(token);
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        OwnerToken.in(folder);
        Path file = folder.resolve("owner-token");
        if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void anEmptyFileIsNoToken() throws IOException {
        Files.writeString(folder.resolve("owner-token"), " \n");
        assertThat(OwnerToken.in(folder)).hasSize(64);
    }

    @Test
    void aFileThatCannotBeReadIsSaid() throws IOException {
        Files.createDirectory(folder.resolve("owner-token"));
        assertThatExceptionOfType(HearthException.class)
                .isThrownBy(() -> OwnerToken.in(folder))
                .satisfies(e -> assertThat(e.code()).isEqualTo(LocalTrouble.DATA_NOT_WRITABLE));
    }
}
