package dev.hearth.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFileTest {
    @TempDir Path folder;

    private static void write(Path file, String text) throws IOException {
        AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aFileIsReplacedByAWholeOneOrStaysAsItWas() throws IOException {
        Path file = Files.writeString(folder.resolve("out"), "before");
        assertThatThrownBy(
                        () ->
                                AtomicFile.write(
                                        file,
                                        out -> {
                                            out.write("half".getBytes(StandardCharsets.UTF_8));
                                            throw new IOException("the disk is full");
                                        }))
                .hasMessage("the disk is full");
        assertThat(file).hasContent("before");
        write(file, "after");
        assertThat(file).hasContent("after");
        assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".tmp"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileKeepsItsPermissionsAndANewOneIsPrivate() throws IOException {
        Path file = Files.writeString(folder.resolve("out"), "before");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        write(file, "after");
        assertThat(permissions(file)).isEqualTo("rw-r--r--");
        write(folder.resolve("new"), "text");
        assertThat(permissions(folder.resolve("new"))).isEqualTo("rw-------");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right that few have")
    void linksStayAndLeadToTheFile() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Path target = Files.writeString(inner.resolve("target"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("inner/target"));
        Path chain = Files.createSymbolicLink(folder.resolve("chain"), link);
        write(chain, "after");
        assertThat(target).hasContent("after").isRegularFile();
        assertThat(link).isSymbolicLink();
        assertThat(chain).isSymbolicLink();

        Files.delete(target);
        write(chain, "new");
        assertThat(target).hasContent("new");
        assertThat(chain).isSymbolicLink();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aRingOfLinksIsAnError() throws IOException {
        Path one = folder.resolve("one");
        Path two = Files.createSymbolicLink(folder.resolve("two"), one);
        Files.createSymbolicLink(one, two);
        assertThatThrownBy(() -> write(one, "text")).isInstanceOf(IOException.class);
        assertThat(one).isSymbolicLink();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPipeIsWrittenToAndStays() throws Exception {
        Path pipe = folder.resolve("pipe");
        Process made = new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start();
        assertThat(made.waitFor()).isZero();
        var reader =
                CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return Files.readString(pipe);
                            } catch (IOException e) {
                                return e.toString();
                            }
                        },
                        task -> Thread.ofPlatform().daemon().start(task));
        write(pipe, "through the pipe");
        assertThat(reader.get(10, TimeUnit.SECONDS)).isEqualTo("through the pipe");
        assertThat(Files.isRegularFile(pipe, LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDeviceIsWrittenToAndALinkToItStays() throws IOException {
        write(Path.of("/dev/null"), "text");
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));
        Path link = Files.createSymbolicLink(folder.resolve("link"), full);
        assertThatThrownBy(() -> write(link, "text")).isInstanceOf(IOException.class);
        assertThat(link).isSymbolicLink();
    }

    @Test
    void withoutAFolderTheFileThatWasAskedForIsNamed() {
        Path file = folder.resolve("none/file.txt");
        assertThatThrownBy(() -> AtomicFile.write(file, "text"))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(file.toString());
    }

    @Test
    void aFolderIsAnError() {
        assertThatThrownBy(() -> write(folder, "text")).hasMessageContaining("is a folder");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSecretIsPrivateWhateverWasAllowedBefore() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "before");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        AtomicFile.writePrivate(file, "after");
        assertThat(file).hasContent("after");
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatIsFilledByAnotherProgramReplacesFilesOnly() throws IOException {
        Path file = Files.writeString(folder.resolve("copy"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        AtomicFile.replace(link, fresh -> Files.writeString(fresh, "after"));
        assertThat(file).hasContent("after");
        assertThat(link).isSymbolicLink();
        assertThatThrownBy(
                        () ->
                                AtomicFile.replace(
                                        Path.of("/dev/null"), fresh -> Files.delete(fresh)))
                .hasMessageContaining("is no file");
    }
}
