package dev.hearth.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RightToLeftTest {
    private static String broken(String text, double width) {
        return RightToLeft.broken(text, width, at -> false, String::length);
    }

    @Test
    void breaksBetweenWords() {
        assertThat(broken("one two three", 8)).isEqualTo("one two \nthree");
        assertThat(broken("one\ntwo", 8)).isEqualTo("one\ntwo");
        assertThat(broken("short", 8)).isEqualTo("short");
    }

    @Test
    void breaksWithinAWordThatIsTooLong() {
        assertThat(broken("abcdefghij", 4).lines()).allMatch(line -> line.length() <= 4);
        assertThat(broken("abcdefghij", 4).replace("\n", "")).isEqualTo("abcdefghij");
    }

    @ParameterizedTest
    @ValueSource(strings = {"مرحبا", "abc שלום", "\u202Eabc"})
    void seesRightToLeft(String text) {
        assertThat(RightToLeft.isIn(text)).isTrue();
    }

    @Test
    void leavesOthersAlone() {
        assertThat(RightToLeft.isIn("abc é 語 😀")).isFalse();
    }
}
