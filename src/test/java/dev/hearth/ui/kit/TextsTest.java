package dev.hearth.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TextsTest {
    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:\\.[a-zA-Z]+)+)\"");

    /// Reads the sources for strings that look like keys, and looks each up.
    @Test
    void everyKeyHasAText() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/hearth/ui"))) {
            List<String> missing =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .flatMap(TextsTest::keys)
                            .filter(key -> !Texts.has(key))
                            .toList();
            assertThat(missing).isEmpty();
        }
    }

    private static Stream<String> keys(Path file) {
        try {
            return KEY.matcher(Files.readString(file))
                    .results()
                    .map(match -> match.group(1))
                    .filter(key -> !key.startsWith("dev.hearth") && !key.endsWith(".css"))
                    // A system property.
                    .filter(key -> !key.equals("os.name"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void fillsPlacesAndNumbers() {
        assertThat(Texts.text("header.people", 1)).isEqualTo("· 1 other person wrote here");
        assertThat(Texts.text("header.people", 1_200)).isEqualTo("· 1,200 others wrote here");
        assertThat(Texts.text("chat.ofName", "Mira")).isEqualTo("Mira’s chat");
    }

    @Test
    void showsAKeyThatIsMissing() {
        assertThat(Texts.text("no.such.key")).isEqualTo("no.such.key");
    }
}
