package dev.hearth.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RightToLeftTest {
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
