package dev.hearth.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A moment as people type it: a date, a date and a time, or how long ago.
///
/// @param start when it begins
/// @param end when it is over: a date is a whole day, anything else takes no time
record Moment(Instant start, Instant end) {
    static final String FORMS =
            "a date (2026-11-20), a time (2026-11-20T18:30) or how long ago (2d, 3h, 30m)";

    private static final Pattern AGO = Pattern.compile("(\\d{1,6})([wdhm])");

    /// @param option which option says so
    /// @throws UsageException when it is none of [#FORMS]
    static Moment read(String option, String typed, Clock clock) {
        String text = typed.strip();
        try {
            Matcher ago = AGO.matcher(text);
            if (ago.matches()) {
                return at(clock.instant().minus(duration(ago.group(1), ago.group(2))));
            }
            return text.indexOf('T') < 0 ? day(text, clock.getZone()) : time(text, clock.getZone());
        } catch (DateTimeException e) {
            throw new UsageException("%s takes %s, not “%s”.".formatted(option, FORMS, typed));
        }
    }

    private static Moment at(Instant instant) {
        return new Moment(instant, instant);
    }

    private static Duration duration(String count, String unit) {
        long number = Long.parseLong(count);
        return switch (unit) {
            case "w" -> Duration.ofDays(7 * number);
            case "d" -> Duration.ofDays(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofMinutes(number);
        };
    }

    private static Moment day(String text, ZoneId zone) {
        LocalDate date = LocalDate.parse(text);
        return new Moment(
                date.atStartOfDay(zone).toInstant(),
                date.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static Moment time(String text, ZoneId zone) {
        boolean zoned = text.matches(".*T.*(Z|[+-]\\d\\d(:?\\d\\d)?)");
        return at(
                zoned
                        ? OffsetDateTime.parse(text).toInstant()
                        : LocalDateTime.parse(text).atZone(zone).toInstant());
    }
}
