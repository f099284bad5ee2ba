package dev.hearth.ui.rooms;

import dev.hearth.model.Message;
import java.util.TreeMap;

/// The messages of others in a room that the person has not seen, as far as they were told. FX
/// thread only.
final class UnreadMessages {
    /// More are not told apart: a badge says "999+" long before.
    private static final int MOST = 10_000;

    /// By their place in the log; the value says whether the message calls the person.
    private final TreeMap<Long, Boolean> placed = new TreeMap<>();

    private long readSeq;

    /// On a server that numbers nothing.
    private int unplaced;

    private int unplacedCalls;

    void added(Message message, boolean calls) {
        if (message.seq().isEmpty()) {
            unplaced++;
            unplacedCalls += calls ? 1 : 0;
        } else if (message.seq().getAsLong() > readSeq) {
            placed.put(message.seq().getAsLong(), calls);
            if (placed.size() > MOST) {
                placed.pollFirstEntry();
            }
        }
    }

    /// Everything up to `seq` was seen, here or in another window of the person.
    void readUpTo(long seq) {
        readSeq = Math.max(readSeq, seq);
        placed.headMap(seq, true).clear();
    }

    /// All that was told was seen.
    void readAll() {
        if (!placed.isEmpty()) {
            readUpTo(placed.lastKey());
        }
        unplaced = 0;
        unplacedCalls = 0;
    }

    /// The log is another now.
    void clear() {
        readAll();
        readSeq = 0;
    }

    int count() {
        return unplaced + placed.size();
    }

    /// How many of them call the person.
    int mentions() {
        return unplacedCalls + (int) placed.values().stream().filter(calls -> calls).count();
    }
}
