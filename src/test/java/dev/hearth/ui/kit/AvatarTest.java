package dev.hearth.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AvatarTest {
    @ParameterizedTest
    @CsvSource({"mira,M", "Jonas Weber,JW", "Ana de la Cruz,AC", "李伟,李", "😀 x,😀X"})
    void showsTheFirstLettersOfTheFirstAndTheLastWord(String name, String letters) {
        assertThat(Avatar.initials(name)).isEqualTo(letters);
    }

    @Test
    void aNameKeepsItsColourWhateverItsCase() {
        assertThat(Avatar.colour("Mira")).isEqualTo(Avatar.colour(" mira"));
    }

    @Test
    void namesSpreadOverTheColours() {
        assertThat(
                        Stream.of(
                                        "Amina", "Ben", "Chloé", "Dan", "Eva", "Finn", "Gil", "Hao",
                                        "Ines", "Jonas", "Kim", "Lea", "Mira", "Nils", "Omar",
                                        "Pia")
                                .map(Avatar::colour)
                                .distinct())
                .hasSizeGreaterThan(5);
    }
}
