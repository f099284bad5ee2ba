package dev.hearth.socketio.http;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Counts by reason. Reasons come from a fixed set, never from a client; the map takes no more than
/// a hundred of them. Thread-safe.
public final class ReasonCounts {
    private static final int MAX_REASONS = 100;

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    public void increment(String reason) {
        if (counts.size() < MAX_REASONS || counts.containsKey(reason)) {
            counts.computeIfAbsent(reason, r -> new LongAdder()).increment();
        }
    }

    public Map<String, Long> sums() {
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach((reason, count) -> sums.put(reason, count.sum()));
        return sums;
    }
}
