package dev.hearth.export;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as people read them, in one zone that is named.
final class ExportTimes {
    private final ZoneId zone;
    private final DateTimeFormatter format;

    ExportTimes(ZoneId zone) {
        this.zone = zone;
        this.format =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    String of(Instant at) {
        return format.format(at);
    }

    /// `Exported 2026-11-01 12:00:00 (time zone: Europe/Berlin, UTC+01:00 at the export)`: the
    /// offset alone would not tell those in summer.
    String exported(Instant at) {
        ZoneOffset offset = zone.getRules().getOffset(at);
        String shown = offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset;
        String named = zone instanceof ZoneOffset ? shown : zone + ", " + shown + " at the export";
        return "Exported " + of(at) + " (time zone: " + named + ")";
    }
}
