package dev.hearth.model;

import java.time.Duration;
import java.util.Optional;

/// What the owner of a chat chose for it.
///
/// @param limits whether rates and counts are held; sizes always are
/// @param forgetAfter for how long a person who wrote at most once may stay away before the host
///   forgets them; zero: for ever
/// @param banHold for how long a ban from the chat also keeps out newcomers of the same name, and
///   from the same address; zero: not at all
/// @param keepFor for how many days messages are kept; zero: for ever; empty: as the chat was told
///   before
/// @param chatName what the chat is called; empty: as the chat was told before
public record HostOptions(
        boolean limits,
        Duration forgetAfter,
        Duration banHold,
        Optional<Duration> keepFor,
        Optional<String> chatName) {
    /// A quarter of a year.
    public static final Duration FORGET_AFTER = Duration.ofDays(90);

    /// A day: addresses change hands.
    public static final Duration BAN_HOLD = Duration.ofDays(1);

    public static final HostOptions DEFAULT = new HostOptions(true, FORGET_AFTER, BAN_HOLD);

    /// Holds no rates and no counts, and forgets nobody.
    public static final HostOptions UNLIMITED = new HostOptions(false, Duration.ZERO, BAN_HOLD);

    /// Keeps messages, and is called, as the chat was told before.
    public HostOptions(boolean limits, Duration forgetAfter, Duration banHold) {
        this(limits, forgetAfter, banHold, Optional.empty(), Optional.empty());
    }

    /// The same, holding rates and counts or not.
    public HostOptions withLimits(boolean held) {
        return new HostOptions(held, forgetAfter, banHold, keepFor, chatName);
    }

    /// The same, keeping messages for so long.
    public HostOptions keeping(Optional<Duration> days) {
        return new HostOptions(limits, forgetAfter, banHold, days, chatName);
    }

    /// The same, once the chat has been told what it keeps by itself: what was changed since then
    /// holds when it is opened again.
    public HostOptions asTold() {
        return new HostOptions(limits, forgetAfter, banHold);
    }
}
