package dev.hearth.socketio.http;

import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// What a server counts on its connections while it runs. Thread-safe.
public final class Counters {
    private final LongAdder flushes = new LongAdder();
    private final LongAdder received = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LongAdder timers = new LongAdder();
    private final LongAdder channels = new LongAdder();
    private final ReasonCounts refused = new ReasonCounts();

    /// Flushes to sockets and poll answers.
    public LongAdder flushes() {
        return flushes;
    }

    /// Bytes that came on all connections.
    public LongAdder received() {
        return received;
    }

    /// Bytes that were handed to all connections.
    public LongAdder sent() {
        return sent;
    }

    /// Pending timers.
    public LongAdder timers() {
        return timers;
    }

    /// Open connections.
    public LongAdder channels() {
        return channels;
    }

    /// @param reason from a fixed set, never a client's words
    public void refuse(String reason) {
        refused.increment(reason);
    }

    /// Refused requests, by reason.
    public Map<String, Long> refused() {
        return refused.sums();
    }
}
