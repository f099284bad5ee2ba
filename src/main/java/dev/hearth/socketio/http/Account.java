package dev.hearth.socketio.http;

/// What one connection or session makes the server keep, in bytes of the [MemoryBudget]. A closed
/// account holds nothing and takes nothing: what its owner still keeps for a moment is let go.
/// Thread-safe; its lock is held for counting only.
public final class Account {
    private final MemoryBudget budget;
    private final long base;
    private final Runnable evict;
    private final Object lock = new Object();
    private volatile long held;
    private volatile boolean closed;

    Account(MemoryBudget budget, long base, Runnable evict) {
        this.budget = budget;
        this.base = base;
        this.evict = evict;
        this.held = base;
    }

    /// @return false when there is no room: the owner is being closed
    public boolean take(long bytes) {
        synchronized (lock) {
            if (closed) {
                return false;
            }
            held += bytes;
        }
        return budget.take(this, bytes);
    }

    public void give(long bytes) {
        synchronized (lock) {
            if (closed) {
                return;
            }
            held -= bytes;
        }
        budget.give(bytes);
    }

    /// The owner has ended.
    public void close() {
        end();
    }

    /// Closes the owner, and counts what it holds as gone.
    ///
    /// @return false when that has happened before
    boolean evict() {
        boolean ended = end();
        if (ended) {
            evict.run();
        }
        return ended;
    }

    private boolean end() {
        long rest;
        synchronized (lock) {
            if (closed) {
                return false;
            }
            closed = true;
            rest = held;
            held = 0;
        }
        budget.give(rest);
        budget.remove(this, base);
        return true;
    }

    boolean isClosed() {
        return closed;
    }

    long held() {
        return held;
    }
}
