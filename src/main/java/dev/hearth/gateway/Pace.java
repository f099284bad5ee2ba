package dev.hearth.gateway;

import java.time.Duration;
import java.time.InstantSource;

/// How much one person may post: two buckets, of messages and of bytes, that fill up again over
/// time. Confined to the strand of one peer.
final class Pace {
    /// 50 messages in 10 s, 5 MB in a minute (wire.md, limits).
    private static final double MESSAGES = 50;

    private static final double MESSAGES_PER_MS = 50 / 10_000.0;
    private static final double BYTES = 5_000_000;
    private static final double BYTES_PER_MS = 5_000_000 / 60_000.0;

    private final InstantSource clock;
    private double messages = MESSAGES;
    private double bytes = BYTES;
    private long at;

    Pace(InstantSource clock) {
        this.clock = clock;
        this.at = clock.millis();
    }

    /// Takes a message of `size` bytes out of the buckets.
    ///
    /// @return how long to wait before it may go on
    Duration take(int size) {
        long now = clock.millis();
        long passed = Math.max(0, now - at);
        at = now;
        messages = Math.min(MESSAGES, messages + passed * MESSAGES_PER_MS) - 1;
        bytes = Math.min(BYTES, bytes + passed * BYTES_PER_MS) - size;
        double wait = Math.max(-messages / MESSAGES_PER_MS, -bytes / BYTES_PER_MS);
        return Duration.ofMillis((long) Math.ceil(Math.max(0, wait)));
    }
}
