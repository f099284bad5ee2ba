package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.model.HearthException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArgumentsTest {
    @TempDir Path folder;

    private Path commandLine(String text) throws IOException {
        return Files.writeString(folder.resolve("cmdline"), text, StandardCharsets.UTF_8);
    }

    @Test
    void areReadFromTheBytesWhereJavaLostLetters() throws IOException {
        Path bytes = commandLine("java\0-cp\0a:b\0Main\0say\0host\0Zoë 🔥\0\0");
        assertThat(Arguments.utf8(new String[] {"say", "host", "Zo\uFFFD\uFFFD \uFFFD", ""}, bytes))
                .containsExactly("say", "host", "Zoë 🔥", "");
    }

    @Test
    void areReadFromTheBytesWhereTheLocaleMeansOtherLetters() throws IOException {
        Path bytes = commandLine("java\0Main\0say\0Zoë\0");
        assertThat(Arguments.utf8(new String[] {"say", "ZoÃ«"}, bytes))
                .containsExactly("say", "Zoë");
    }

    @Test
    void maySayWhatJavaSaysForALostLetter() throws IOException {
        Path bytes = commandLine("java\0Main\0a \uFFFD b\0");
        assertThat(Arguments.utf8(new String[] {"a \uFFFD b"}, bytes))
                .containsExactly("a \uFFFD b");
    }

    @Test
    void areRefusedWhenTheyAreNotUtf8() throws IOException {
        Path bytes = folder.resolve("cmdline");
        Files.write(bytes, new byte[] {'j', 0, 'Z', 'o', (byte) 0xEB, 0});
        assertThatThrownBy(() -> Arguments.utf8(new String[] {"Zo\uFFFD"}, bytes))
                .isInstanceOf(HearthException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void areRefusedWhereALostLetterCannotBeFound() {
        Path nothing = folder.resolve("nothing");
        assertThat(Arguments.utf8(new String[] {"Zoë"}, nothing)).containsExactly("Zoë");
        assertThatThrownBy(() -> Arguments.utf8(new String[] {"Zo\uFFFD"}, nothing))
                .isInstanceOf(HearthException.class);
    }
}
