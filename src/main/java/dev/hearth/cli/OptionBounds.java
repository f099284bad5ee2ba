package dev.hearth.cli;

import org.jspecify.annotations.Nullable;

/// What numbers an option takes.
final class OptionBounds {
    private OptionBounds() {}

    /// @throws UsageException when `value` is given and out of bounds
    static void check(String option, @Nullable Long value, long least, long most) {
        if (value != null) {
            check(option, value.longValue(), least, most);
        }
    }

    static void check(String option, long value, long least, long most) {
        if (value < least || value > most) {
            String range =
                    most == Long.MAX_VALUE ? least + " or more" : "from " + least + " to " + most;
            throw new UsageException(
                    "%s takes a whole number, %s, not “%d”.".formatted(option, range, value));
        }
    }
}
