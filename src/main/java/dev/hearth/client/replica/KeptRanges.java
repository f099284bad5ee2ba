package dev.hearth.client.replica;

import dev.hearth.log.SeqRanges;
import dev.hearth.log.SeqRanges.Range;
import dev.hearth.log.sqlite.ReplicaLog;
import dev.hearth.model.Entry;
import dev.hearth.model.Limits;
import dev.hearth.model.RoomId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which parts of each room's log a replica holds, and what it lets go of. The parts of a room are
/// read when they are needed for the first time: at the start of a chat with many rooms none are.
/// Confined to the chat's [DiskThread].
final class KeptRanges {
    /// A room is pruned when it is longer by this than what is kept of it.
    private static final int SLACK = 2_000;

    /// So many entries are dropped together.
    private static final int CHUNK = 1_000;

    private final Map<RoomId, SeqRanges> known = new HashMap<>();

    private SeqRanges of(ReplicaLog log, RoomId room) {
        return known.computeIfAbsent(room, log::held);
    }

    /// The part with the newest entry; empty when nothing is held.
    Optional<Range> newest(ReplicaLog log, RoomId room) {
        return of(log, room).newest();
    }

    /// The part that `seq` is in.
    Optional<Range> around(ReplicaLog log, RoomId room, long seq) {
        return of(log, room).around(seq);
    }

    /// These are held now.
    void add(List<Entry> kept) {
        for (Entry each : kept) {
            SeqRanges ranges = known.get(each.room());
            if (ranges != null) {
                ranges.add(each.seq(), each.seq());
            }
        }
    }

    /// Drops whatever of `room` is older than the newest so many, looked at or not.
    void prune(ReplicaLog log, RoomId room) {
        long upTo = log.lastSeq(room) - Limits.KEPT_ENTRIES.value();
        if (upTo <= SLACK) {
            return;
        }
        SeqRanges ranges = of(log, room);
        if (ranges.oldest().filter(oldest -> oldest <= upTo - SLACK).isPresent()) {
            prune(log, room, ranges.upTo(upTo), upTo);
            ranges.removeUpTo(upTo);
        }
    }

    /// In steps of so many entries that are there: a host may number them as it likes.
    private static void prune(ReplicaLog log, RoomId room, List<Range> ranges, long upTo) {
        long gathered = 0;
        for (Range range : ranges) {
            long last = Math.min(range.to(), upTo);
            for (long from = range.from(); from <= last; ) {
                long taken = Math.min(CHUNK - gathered, last - from + 1);
                from += taken;
                gathered += taken;
                if (gathered == CHUNK) {
                    log.prune(room, from - 1);
                    gathered = 0;
                }
            }
        }
        log.prune(room, upTo);
    }

    void forget(RoomId room) {
        known.remove(room);
    }

    /// What is held may be anything now.
    void clear() {
        known.clear();
    }
}
