package dev.hearth.ui.search;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// From when on messages are looked for.
enum Period {
    EVER,
    TODAY,
    WEEK,
    MONTH,
    YEAR;

    /// The beginning of its first day; empty for [#EVER].
    Optional<Instant> since(Clock clock) {
        LocalDate today = LocalDate.now(clock);
        Optional<LocalDate> first =
                switch (this) {
                    case EVER -> Optional.empty();
                    case TODAY -> Optional.of(today);
                    case WEEK -> Optional.of(today.minusDays(6));
                    case MONTH -> Optional.of(today.minusDays(29));
                    case YEAR -> Optional.of(today.minusDays(364));
                };
        return first.map(day -> day.atStartOfDay(clock.getZone()).toInstant());
    }

    String key() {
        return switch (this) {
            case EVER -> "search.ever";
            case TODAY -> "search.today";
            case WEEK -> "search.week";
            case MONTH -> "search.month";
            case YEAR -> "search.year";
        };
    }
}
