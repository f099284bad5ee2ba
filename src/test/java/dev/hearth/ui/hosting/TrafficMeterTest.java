package dev.hearth.ui.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.ui.hosting.TrafficMeter.Rate;
import org.junit.jupiter.api.Test;

final class TrafficMeterTest {
    private static final long SECOND = 1_000_000_000;

    private final TrafficMeter meter = new TrafficMeter();

    private void take(double seconds, long messages, long bytes) {
        meter.take(new Traffic((long) (seconds * SECOND), messages, bytes, 0));
    }

    @Test
    void theFirstSampleTellsNoRate() {
        take(100, 5_000, 9_000_000);
        assertThat(meter.each(Rate::messages)).isEmpty();
    }

    @Test
    void tellsWhatWentThroughEachSecondAlsoWhereASampleCameLate() {
        take(0, 0, 0);
        take(1, 3, 1_000);
        take(3, 7, 5_000);
        assertThat(meter.each(Rate::messages)).containsExactly(3.0, 2.0);
        assertThat(meter.each(Rate::bytes)).containsExactly(1_000.0, 2_000.0);
    }

    @Test
    void keepsAMinute() {
        for (int i = 0; i <= 100; i++) {
            take(i, (long) i * i, 0);
        }
        assertThat(meter.each(Rate::messages)).hasSize(60).startsWith(81.0).endsWith(199.0);
    }

    @Test
    void countsThatBeginAgainAreNoNegativeRate() {
        take(0, 100, 100_000);
        take(1, 2, 500);
        assertThat(meter.each(Rate::messages)).containsExactly(2.0);
        assertThat(meter.each(Rate::bytes)).containsExactly(500.0);
    }

    @Test
    void whatWentThroughWhileNobodyLookedIsNoRate() {
        take(0, 0, 0);
        take(1, 1, 1);
        meter.pause();
        take(50, 1_000, 1_000);
        assertThat(meter.each(Rate::messages)).isEmpty();
        take(51, 1_001, 1_000);
        assertThat(meter.each(Rate::messages)).containsExactly(1.0);
    }
}
