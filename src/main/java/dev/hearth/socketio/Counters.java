package dev.hearth.socketio;

import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// What a server counts on its connections while it runs. Thread-safe.
final class Counters {
    private final LongAdder flushes = new LongAdder();
    private final LongAdder timers = new LongAdder();
    private final LongAdder channels = new LongAdder();
    private final ReasonCounts refused = new ReasonCounts();

    /// Flushes to sockets and poll answers.
    LongAdder flushes() {
        return flushes;
    }

    /// Pending timers.
    LongAdder timers() {
        return timers;
    }

    /// Open connections.
    LongAdder channels() {
        return channels;
    }

    /// @param reason from a fixed set, never a client's words
    void refuse(String reason) {
        refused.increment(reason);
    }

    /// Refused requests, by reason.
    Map<String, Long> refused() {
        return refused.sums();
    }
}
