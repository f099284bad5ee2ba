package dev.hearth.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    @Test
    void whatCannotBeSeenMakesNoOtherName() {
        for (String twin :
                List.of("Ann\u00a0", "Ann\u3164", "Ann\u2800", "Ann\ufe0f", "A\u034fnn", "Ａnn")) {
            assertThat(Names.folded(twin)).as(twin).isEqualTo("ann");
        }
        for (String nothing : List.of("\u00a0", "\u3164", "\u2800", "\ufe0f", "\u200d")) {
            assertThat(Names.tidy(nothing)).isEmpty();
        }
        assertThat(Names.tidy(" Ann \u00a0 Lee\u00a0")).contains("Ann Lee");
    }
}
