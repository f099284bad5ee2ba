package dev.hearth.host;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/// The times of entries. Confined to the host loop.
///
/// A clock that is set back by a little (a time server does that) makes entries stand still for as
/// long, so that times do not fall. A clock that was days ahead and is put right must not give
/// every later entry the same minute for days: then times fall, once, and the owner is told. The
/// order of a room is that of its sequence numbers, whatever the times say.
final class EntryClock {
    /// How long entries bear the time of the one before.
    static final Duration STANDS_STILL = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Consumer<Duration> fell;
    private Instant told = Instant.EPOCH;

    /// @param fell told by how much the clock went back
    EntryClock(InstantSource clock, Consumer<Duration> fell) {
        this.clock = clock;
        this.fell = fell;
    }

    /// The time of an entry that follows on one of `before`.
    Instant next(Instant before) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        Duration ahead = Duration.between(now, before);
        if (ahead.isNegative() || ahead.isZero()) {
            return now;
        }
        if (ahead.compareTo(STANDS_STILL) <= 0) {
            return before;
        }
        tell(ahead, now);
        return now;
    }

    /// Each room's first entry falls by itself; the owner hears of it once in a while.
    private void tell(Duration ahead, Instant now) {
        if (Duration.between(told, now).abs().compareTo(Duration.ofMinutes(10)) > 0) {
            told = now;
            fell.accept(ahead);
        }
    }
}
