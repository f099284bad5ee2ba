package dev.hearth.ui.notices;

import dev.hearth.ui.kit.Preferences;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/// Whether and until when a person does not want to be disturbed; remembered. FX thread only.
public final class QuietTime {
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final Preferences preferences;
    private final Clock clock;

    public QuietTime(Preferences preferences, Clock clock) {
        this.preferences = preferences;
        this.clock = clock;
    }

    /// Until when nothing shall disturb; empty when anything may. [Instant#MAX] stands for until
    /// the person says otherwise.
    public Optional<Instant> end() {
        return preferences.notices().quietUntil().filter(clock.instant()::isBefore);
    }

    /// Tells the time that [#end] is meant in.
    public Clock clock() {
        return clock;
    }

    public boolean isOn() {
        return end().isPresent();
    }

    public void anHour() {
        until(Optional.of(clock.instant().plus(Duration.ofHours(1))));
    }

    public void untilTomorrow() {
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        until(Optional.of(tomorrow.atTime(MORNING).atZone(clock.getZone()).toInstant()));
    }

    public void untilTurnedOff() {
        until(Optional.of(Instant.MAX));
    }

    public void turnOff() {
        until(Optional.empty());
    }

    private void until(Optional<Instant> end) {
        preferences.rememberNotices(old -> old.withQuietUntil(end));
    }
}
