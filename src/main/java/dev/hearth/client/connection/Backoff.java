package dev.hearth.client.connection;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next try: doubling from 1–2 s up to 15–30 s, spread at random so
/// that everyone who lost the same server does not come back in the same moment. Confined to its
/// chat's loop.
final class Backoff {
    private static final long FIRST_MILLIS = 2_000;
    private static final long LONGEST_MILLIS = 30_000;

    private final RandomGenerator random;
    private int failures;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /// The wait after one more failure.
    Duration next() {
        long longest = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(failures, 10));
        failures++;
        return Duration.ofMillis(random.nextLong(longest / 2, longest + 1));
    }

    void reset() {
        failures = 0;
    }
}
