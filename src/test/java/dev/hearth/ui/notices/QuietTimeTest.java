package dev.hearth.ui.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.ui.fakes.FakePreferences;
import dev.hearth.ui.fakes.FakeTimers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class QuietTimeTest {
    private final FakeTimers time = new FakeTimers();
    private final QuietTime quiet = new QuietTime(FakePreferences.of("Mira"), time);

    @Test
    void lastsAnHourAndEndsByItself() {
        quiet.anHour();
        time.pass(Duration.ofMinutes(59));
        assertThat(quiet.isOn()).isTrue();
        time.pass(Duration.ofMinutes(1));
        assertThat(quiet.isOn()).isFalse();
    }

    @Test
    void lastsUntilTheNextMorning() {
        quiet.untilTomorrow();
        assertThat(quiet.end()).contains(Instant.parse("2026-11-21T08:00:00Z"));
    }

    @Test
    void lastsUntilItIsTurnedOff() {
        quiet.untilTurnedOff();
        time.pass(Duration.ofDays(10_000));
        assertThat(quiet.isOn()).isTrue();
        quiet.turnOff();
        assertThat(quiet.isOn()).isFalse();
    }
}
