package dev.hearth.gateway;

import dev.hearth.model.Limits;
import dev.hearth.model.Origin;
import java.util.HashMap;
import java.util.Map;

/// How many streams there are, of each address and in all. Thread-safe.
final class StreamCounts {
    private final boolean limited;
    private final Map<Origin, Integer> addresses = new HashMap<>();
    private int all;

    StreamCounts(boolean limited) {
        this.limited = limited;
    }

    /// @return false where there are too many
    synchronized boolean open(Origin from) {
        int there = addresses.getOrDefault(from, 0);
        boolean crowded = !from.exempt() && there >= Limits.STREAMS_OF_ADDRESS.value();
        if (limited && (crowded || all >= Limits.STREAMS.value())) {
            return false;
        }
        addresses.put(from, there + 1);
        all++;
        return true;
    }

    synchronized void close(Origin from) {
        addresses.computeIfPresent(from, (_, there) -> there == 1 ? null : there - 1);
        all--;
    }
}
