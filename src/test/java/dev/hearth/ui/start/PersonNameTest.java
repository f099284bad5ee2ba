package dev.hearth.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PersonNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"M", " Mira ", "Jonas Weber", "李伟", "عمر", "👩‍🚀 Ann", "O’Neil"})
    void takesNamesOfAllKinds(String name) {
        assertThat(PersonName.problem(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void wantsSomething(String name) {
        assertThat(PersonName.problem(name)).contains("name.empty");
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(PersonName.problem("😀".repeat(40))).isEmpty();
        assertThat(PersonName.problem("😀".repeat(41))).contains("name.long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\nb",
                "a\u202Eb",
                "a\u2066b",
                "a\u200Fb",
                "a\u2028b",
                "\uD800"
            })
    void refusesWhatDoesNotShowOrTurnsTheText(String name) {
        assertThat(PersonName.problem(name)).contains("name.characters");
    }
}
