package dev.hearth.ui.kit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// Moments in words, in the zone of the clock. The time of day is written as the system does it.
public final class Times {
    private final Clock clock;
    private final DateTimeFormatter time;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayOfOtherYear;

    public Times(Clock clock) {
        this.clock = clock;
        time =
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(Locale.getDefault(Locale.Category.FORMAT))
                        .withZone(clock.getZone());
        day = DateTimeFormatter.ofPattern(Texts.text("day.pattern"), Texts.locale());
        dayOfOtherYear =
                DateTimeFormatter.ofPattern(Texts.text("day.patternWithYear"), Texts.locale());
    }

    public ZoneId zone() {
        return clock.getZone();
    }

    public String time(Instant at) {
        return time.format(at);
    }

    public String dayAndTime(Instant at) {
        return Texts.text("day.andTime", day(at), time(at));
    }

    public String day(Instant at) {
        LocalDate date = LocalDate.ofInstant(at, zone());
        LocalDate today = LocalDate.now(clock);
        if (date.equals(today)) {
            return Texts.text("day.today");
        }
        if (date.equals(today.minusDays(1))) {
            return Texts.text("day.yesterday");
        }
        return (date.getYear() == today.getYear() ? day : dayOfOtherYear).format(date);
    }
}
