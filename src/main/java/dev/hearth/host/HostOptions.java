package dev.hearth.host;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/// What the owner of a chat chose for it.
///
/// @param limits whether rates and counts are held; sizes always are
/// @param forgetAfter for how long a person who wrote at most once may stay away before the host
///   forgets them; zero: for ever
public record HostOptions(boolean limits, Duration forgetAfter) {
    /// A quarter of a year.
    public static final Duration FORGET_AFTER = Duration.ofDays(90);

    public static final HostOptions DEFAULT = new HostOptions(true, FORGET_AFTER);

    /// Holds no rates and no counts, and forgets nobody.
    public static final HostOptions UNLIMITED = new HostOptions(false, Duration.ZERO);

    public HostOptions {
        requireNonNull(forgetAfter);
    }
}
