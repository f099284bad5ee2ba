package dev.hearth.ui.kit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// Moments in words, in the zone of the clock. The time of day is written as the system does it,
/// unless the window speaks another language.
public final class Times {
    private final Clock clock;
    private final DateTimeFormatter time;
    private final DateTimeFormatter brief;
    private final DateTimeFormatter briefOfOtherYear;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayOfOtherYear;

    public Times(Clock clock) {
        this.clock = clock;
        time =
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(Texts.timeLocale())
                        .withZone(clock.getZone());
        brief = DateTimeFormatter.ofPattern(Texts.text("day.brief"), Texts.locale());
        briefOfOtherYear =
                DateTimeFormatter.ofPattern(Texts.text("day.briefWithYear"), Texts.locale());
        day = DateTimeFormatter.ofPattern(Texts.text("day.pattern"), Texts.locale());
        dayOfOtherYear =
                DateTimeFormatter.ofPattern(Texts.text("day.patternWithYear"), Texts.locale());
    }

    /// The time of day of today, else the day: short enough for a list.
    public String brief(Instant at) {
        return isToday(at) ? time(at) : briefDay(at);
    }

    /// The time of day, and unless that is today the day: short enough for a line of a list.
    public String moment(Instant at) {
        return isToday(at) ? time(at) : Texts.text("day.andTime", briefDay(at), time(at));
    }

    private boolean isToday(Instant at) {
        return LocalDate.ofInstant(at, zone()).equals(LocalDate.now(clock));
    }

    private String briefDay(Instant at) {
        LocalDate date = LocalDate.ofInstant(at, zone());
        boolean thisYear = date.getYear() == LocalDate.now(clock).getYear();
        return (thisYear ? brief : briefOfOtherYear).format(date);
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

    /// The day with its year and the time of day, to be read at any time.
    public String exactly(Instant at) {
        String date = dayOfOtherYear.format(LocalDate.ofInstant(at, zone()));
        return Texts.text("day.andTime", date, time(at));
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
