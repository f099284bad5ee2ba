package dev.hearth.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AppearanceTest {
    @ParameterizedTest
    @CsvSource({"-5, 80", "0, 80", "99, 90", "100, 100", "130, 125", "200, 200", "100000, 200"})
    void takesTheNextSmallerSizeThereIs(int wished, int size) {
        assertThat(Appearance.DEFAULTS.withTextSize(wished).textSize()).isEqualTo(size);
    }

    @Test
    void growsStepByStepToTheEnds() {
        Appearance normal = Appearance.DEFAULTS;
        assertThat(normal.withTextSizeBy(1).textSize()).isEqualTo(110);
        assertThat(normal.withTextSizeBy(-1).textSize()).isEqualTo(90);
        assertThat(normal.withTextSizeBy(100).textSize()).isEqualTo(200);
        assertThat(normal.withTextSizeBy(-100).textSize()).isEqualTo(80);
    }
}
