package dev.hearth.app;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Keeps the lines about who connects and disconnects few: the first [#LINES] of a second are
/// printed, the rest are counted and become one line. While it goes on like that all are counted,
/// and there is a line every ten seconds. Thread-safe.
final class ComingsAndGoings {
    static final int LINES = 10;
    private static final long WINDOW_NANOS = 1_000_000_000;
    private static final long LONG_WINDOW_NANOS = 10_000_000_000L;
    private static final Pattern UNNAMED = Pattern.compile("guest-[0-9a-f]{4}");

    /// What all of the counted have in common; null while there is none, [#VARIOUS] where they
    /// differ.
    private static final String VARIOUS = "";

    private long began = System.nanoTime() - WINDOW_NANOS;
    private int printed;
    private boolean flooded;
    private long came;
    private long went;
    private @Nullable String name;
    private @Nullable String address;

    /// @return whether it gets a line of its own
    synchronized boolean came(String who, String from) {
        if (hasLine()) {
            return true;
        }
        came++;
        name = common(name, UNNAMED.matcher(who).matches() ? "guest-…" : who);
        address = common(address, from);
        return false;
    }

    /// @return whether it gets a line of its own
    synchronized boolean went(String who) {
        if (hasLine()) {
            return true;
        }
        went++;
        name = common(name, UNNAMED.matcher(who).matches() ? "guest-…" : who);
        return false;
    }

    /// What was counted in a second that is over, in words.
    synchronized Optional<String> counted() {
        return isOver() ? takeCounted() : Optional.empty();
    }

    /// What was counted until now, in words.
    synchronized Optional<String> takeCounted() {
        if (came + went == 0) {
            return Optional.empty();
        }
        String line = subject() + " " + times() + place();
        flooded = came + went > LINES;
        begin();
        came = 0;
        went = 0;
        name = null;
        address = null;
        return Optional.of(line);
    }

    /// Whether there is a line for something else, which is left out where there is none. A second
    /// that has something counted lasts until that was said.
    synchronized boolean hasLine() {
        if (isOver() && came + went == 0) {
            flooded = false;
            begin();
        }
        boolean has = !flooded && came + went == 0 && printed < LINES;
        printed += has ? 1 : 0;
        return has;
    }

    private void begin() {
        began = System.nanoTime();
        printed = 0;
    }

    private boolean isOver() {
        return System.nanoTime() - began >= (flooded ? LONG_WINDOW_NANOS : WINDOW_NANOS);
    }

    private static String common(@Nullable String before, String now) {
        return before == null || before.equals(now) ? now : VARIOUS;
    }

    private String subject() {
        return name == null || name.equals(VARIOUS) ? "people" : name;
    }

    private String times() {
        if (came == went) {
            return "came and went " + count(came) + " times";
        }
        return "came " + count(came) + " times and went " + count(went) + " times";
    }

    private String place() {
        if (address == null) {
            return "";
        }
        return address.equals(VARIOUS) ? " (several addresses)" : " (" + address + ")";
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
