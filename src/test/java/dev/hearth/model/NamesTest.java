package dev.hearth.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NamesTest {
    @Test
    void tidiesSpace() {
        assertThat(Names.tidy("  Ann \t Lee ")).contains("Ann Lee");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\u202Eb", "a\u0007b", "a\u2028b", "a\uD800b"})
    void refusesWhatIsNotFitToBeAName(String wish) {
        assertThat(Names.tidy(wish)).isEmpty();
    }

    @Test
    void countsCharactersNotChars() {
        assertThat(Names.tidy("🔥".repeat(40))).isPresent();
        assertThat(Names.tidy("🔥".repeat(41))).isEmpty();
    }

    @Test
    void familiesOfEmojiAreNames() {
        assertThat(Names.tidy("👩‍👩‍👧")).isPresent();
    }

    @Test
    void comparesAfterFolding() {
        assertThat(Names.folded("ANN")).isEqualTo(Names.folded("ann"));
        assertThat(Names.folded("Ａｎｎ")).isEqualTo(Names.folded("Ann"));
        assertThat(Names.folded("Straße")).isEqualTo(Names.folded("STRASSE"));
    }

    @Test
    void aSuffixNeverMakesANameTooLong() {
        String name = Names.withSuffix("🔥".repeat(40), "-2");
        assertThat(Names.tidy(name)).contains(name);
        assertThat(name).endsWith("-2");
    }
}
