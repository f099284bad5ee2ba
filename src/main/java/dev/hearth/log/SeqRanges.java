package dev.hearth.log;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which parts of a room's log are held: ranges of sequence numbers that neither touch nor overlap.
/// Confined to the thread of its maker.
public final class SeqRanges {
    /// From and to, both included.
    public record Range(long from, long to) {}

    private final NavigableMap<Long, Long> ranges = new TreeMap<>();

    /// Adds `from` to `to`, both included.
    public void add(long from, long to) {
        long first = from;
        long last = to;
        Map.Entry<Long, Long> before = ranges.floorEntry(first);
        if (before != null && before.getValue() >= first - 1) {
            first = before.getKey();
            last = Math.max(last, before.getValue());
        }
        for (Map.Entry<Long, Long> next = ranges.ceilingEntry(first);
                next != null && next.getKey() <= last + 1;
                next = ranges.ceilingEntry(first)) {
            last = Math.max(last, next.getValue());
            ranges.remove(next.getKey());
        }
        ranges.put(first, last);
    }

    /// Removes everything up to `seq`.
    public void removeUpTo(long seq) {
        Map.Entry<Long, Long> around = ranges.floorEntry(seq);
        ranges.headMap(seq, true).clear();
        if (around != null && around.getValue() > seq) {
            ranges.put(seq + 1, around.getValue());
        }
    }

    /// The range that `seq` is in.
    public Optional<Range> around(long seq) {
        return range(ranges.floorEntry(seq)).filter(found -> seq <= found.to());
    }

    /// All that begin at or before `seq`, the oldest first. A copy.
    public List<Range> upTo(long seq) {
        return ranges.headMap(seq, true).entrySet().stream()
                .map(each -> new Range(each.getKey(), each.getValue()))
                .toList();
    }

    /// The one with the newest entry; empty when nothing is held.
    public Optional<Range> newest() {
        return range(ranges.lastEntry());
    }

    /// The first sequence number that is held.
    public Optional<Long> oldest() {
        return range(ranges.firstEntry()).map(Range::from);
    }

    private static Optional<Range> range(Map.@Nullable Entry<Long, Long> entry) {
        return Optional.ofNullable(entry).map(it -> new Range(it.getKey(), it.getValue()));
    }

    @Override
    public String toString() {
        return ranges.toString();
    }
}
