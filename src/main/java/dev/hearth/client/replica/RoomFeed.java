package dev.hearth.client.replica;

import dev.hearth.model.Entry;
import dev.hearth.model.Limits;
import dev.hearth.protocol.Enter.Held;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// How far a chat has come in one room's log: brings entries, which may come in any order and more
/// than once, into the order of the log (wire.md, rule 1). Confined to the chat's loop.
///
/// Everything from `oldest` to `cursor` has been handed out. What comes beyond a hole waits, up to
/// a bound; what does not fit is asked for again when the hole is filled.
final class RoomFeed {
    private static final int WAITING = 1_000;

    /// What could not be read is empty: a newer host says things that this program does not know.
    private final NavigableMap<Long, Optional<Entry>> waiting = new TreeMap<>();

    private final EntryBudget budget;
    private boolean started;
    private long cursor;
    private long oldest = 1;
    private long newest;
    private long goal;
    private Optional<Held> last = Optional.empty();

    RoomFeed(EntryBudget budget) {
        this.budget = budget;
    }

    /// What is kept from before.
    void restore(Held held, long from) {
        start(held.after());
        oldest = from;
        last = Optional.of(held);
    }

    /// Begins after `seq`.
    void start(long seq) {
        started = true;
        cursor = seq;
        oldest = seq + 1;
        newest = Math.max(newest, seq);
        last = Optional.empty();
        forget(waiting.headMap(seq, true));
    }

    boolean isStarted() {
        return started;
    }

    /// Whether the entry `seq` is handed out as soon as it is taken.
    boolean isNext(long seq) {
        return seq == cursor + 1;
    }

    /// The last entry that was handed out.
    long cursor() {
        return cursor;
    }

    /// From where on everything was handed out.
    long oldest() {
        return oldest;
    }

    void setOldest(long seq) {
        oldest = seq;
    }

    /// The newest entry that this chat holds, for the host to begin after.
    Optional<Held> last() {
        return last;
    }

    /// The newest entry that is known of.
    long newest() {
        return newest;
    }

    /// The log is known to reach to `seq`.
    void expect(long seq) {
        newest = Math.max(newest, seq);
    }

    /// The host said on entering that the log reaches to `seq`.
    void aim(long seq) {
        expect(seq);
        goal = seq;
    }

    /// A new connection begins: what waited comes again.
    void cut() {
        forget(waiting);
        newest = cursor;
        goal = 0;
    }

    /// There is nothing between the cursor and `seq` to be had.
    void settleFor(long seq) {
        forget(waiting.headMap(seq, true));
        newest = Math.max(cursor, waiting.isEmpty() ? seq : waiting.lastKey());
        goal = Math.min(goal, newest);
    }

    /// Takes an entry.
    ///
    /// @param entry empty when it could not be read
    void take(long seq, Optional<Entry> entry) {
        expect(seq);
        if (!started) {
            start(seq == 1 ? 0 : Math.max(0, seq - 1 - Limits.REPLAYED_ENTRIES.value()));
        }
        if (seq > cursor && !waiting.containsKey(seq)) {
            wait(seq, entry);
        }
        if (waiting.size() > WAITING) {
            dropLast();
        }
    }

    /// What has no place is asked for again; the next one always has its place, for it is handed
    /// out at once.
    private void wait(long seq, Optional<Entry> entry) {
        boolean next = seq == cursor + 1;
        if (budget.take(EntryBudget.of(entry), next)) {
            waiting.put(seq, entry);
        }
    }

    private void dropLast() {
        budget.give(EntryBudget.of(waiting.pollLastEntry().getValue()));
    }

    private void forget(Map<Long, Optional<Entry>> which) {
        which.values().forEach(each -> budget.give(EntryBudget.of(each)));
        which.clear();
    }

    /// Hands out what follows on the cursor.
    List<Entry> ready() {
        List<Entry> ready = new ArrayList<>();
        while (!waiting.isEmpty() && waiting.firstKey() == cursor + 1) {
            Optional<Entry> next = waiting.pollFirstEntry().getValue();
            budget.give(EntryBudget.of(next));
            next.ifPresent(
                    entry -> {
                        ready.add(entry);
                        last = Optional.of(new Held(entry.seq(), entry.id()));
                    });
            cursor++;
        }
        return ready;
    }

    /// Whether something came that does not follow.
    boolean hasHole() {
        return !waiting.isEmpty();
    }

    /// Whether not everything that is known of has been handed out.
    boolean isBehind() {
        return started ? cursor < newest : newest > 0;
    }

    /// Whether what the host had on entering has not been handed out.
    boolean isCatchingUp() {
        return cursor < goal;
    }

    /// How many are missing.
    long missing() {
        return newest - cursor;
    }
}
