package dev.hearth.socketio;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// What a server counts while it runs; any thread.
final class Counters {
    final LongAdder sessionsOpened = new LongAdder();
    final LongAdder encodings = new LongAdder();
    final LongAdder flushes = new LongAdder();
    final LongAdder timers = new LongAdder();
    final LongAdder channels = new LongAdder();
    private final Map<String, LongAdder> refused = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> closed = new ConcurrentHashMap<>();

    /// @param reason one of a fixed set, never a client's words
    void refuse(String reason) {
        refused.computeIfAbsent(reason, r -> new LongAdder()).increment();
    }

    /// @param reason one of a fixed set, or the layer above's
    void close(String reason) {
        if (closed.size() < 100 || closed.containsKey(reason)) {
            closed.computeIfAbsent(reason, r -> new LongAdder()).increment();
        }
    }

    Map<String, Long> refused() {
        return sums(refused);
    }

    Map<String, Long> closed() {
        return sums(closed);
    }

    private static Map<String, Long> sums(Map<String, LongAdder> adders) {
        Map<String, Long> sums = new TreeMap<>();
        adders.forEach((reason, adder) -> sums.put(reason, adder.sum()));
        return sums;
    }
}
