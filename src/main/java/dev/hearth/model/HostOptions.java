package dev.hearth.model;

import java.time.Duration;

/// What the owner of a chat chose for it.
///
/// @param limits whether rates and counts are held; sizes always are
/// @param forgetAfter for how long a person who wrote at most once may stay away before the host
///   forgets them; zero: for ever
/// @param banHold for how long a ban from the chat also keeps out newcomers of the same name, and
///   from the same address; zero: not at all
public record HostOptions(boolean limits, Duration forgetAfter, Duration banHold) {
    /// A quarter of a year.
    public static final Duration FORGET_AFTER = Duration.ofDays(90);

    /// A day: addresses change hands.
    public static final Duration BAN_HOLD = Duration.ofDays(1);

    public static final HostOptions DEFAULT = new HostOptions(true, FORGET_AFTER, BAN_HOLD);

    /// Holds no rates and no counts, and forgets nobody.
    public static final HostOptions UNLIMITED = new HostOptions(false, Duration.ZERO, BAN_HOLD);

    /// The same, holding rates and counts or not.
    public HostOptions withLimits(boolean held) {
        return new HostOptions(held, forgetAfter, banHold);
    }
}
