package dev.hearth.ui.rooms;

import dev.hearth.model.Message;
import dev.hearth.model.RoomActivity;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The messages of others in a room that the person has not seen, as far as they were told. FX
/// thread only.
final class UnreadMessages {
    /// More are not told apart: a badge says "999+" long before.
    private static final int MOST = 10_000;

    /// By their place in the log; the value says whether the message calls the person.
    private final TreeMap<Long, Boolean> placed = new TreeMap<>();

    private long readSeq;

    /// What the client counted, where it counts; it knows rooms that are not open as well.
    private @Nullable RoomActivity counted;

    /// On a server that numbers nothing.
    private int unplaced;

    private int unplacedCalls;

    /// The client tells how much there is; from then on that holds.
    ///
    /// @return whether the server counts from the beginning again, since its log is another
    boolean counted(RoomActivity activity) {
        boolean again = activity.lastSeq() < reached();
        if (again) {
            clear();
        }
        counted = activity;
        readUpTo(activity.readSeq());
        return again;
    }

    /// The highest number that was told.
    private long reached() {
        long told = counted == null ? 0 : counted.lastSeq();
        return Math.max(told, placed.isEmpty() ? readSeq : placed.lastKey());
    }

    private boolean isCounted() {
        return counted != null && counted.lastSeq() > readSeq;
    }

    void added(Message message, boolean calls) {
        if (counted != null) {
            return;
        }
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

    long readSeq() {
        return readSeq;
    }

    /// All that was told was seen.
    void readAll() {
        if (!placed.isEmpty()) {
            readUpTo(placed.lastKey());
        }
        if (counted != null) {
            readUpTo(counted.lastSeq());
        }
        unplaced = 0;
        unplacedCalls = 0;
    }

    /// The log is another now.
    void clear() {
        readAll();
        readSeq = 0;
        counted = null;
    }

    int count() {
        return counted != null ? (isCounted() ? counted.unread() : 0) : unplaced + placed.size();
    }

    /// How many of them call the person.
    int mentions() {
        if (counted != null) {
            return isCounted() ? counted.mentions() : 0;
        }
        return unplacedCalls + (int) placed.values().stream().filter(calls -> calls).count();
    }
}
