package dev.hearth.socketio.http;

/// Charges an account for an amount that changes often, in steps: the hot paths touch the budget
/// only when a step is passed. Thread-safe.
public final class Charge {
    private static final long STEP = 32 * 1024;

    private final Account account;
    private volatile long covered;

    /// Covers a first step, which the base of the account pays for.
    public Charge(Account account) {
        this.account = account;
        this.covered = STEP;
    }

    /// The amount has grown.
    ///
    /// @return false when there is no room: the owner is being closed
    public boolean grown(long now) {
        return now <= covered || cover(now);
    }

    private synchronized boolean cover(long now) {
        long missing = now - covered;
        if (missing <= 0) {
            return true;
        }
        long steps = (missing + STEP - 1) / STEP * STEP;
        covered += steps;
        return account.take(steps);
    }

    /// The amount has shrunk.
    public void shrunk(long now) {
        if (covered - now > 3 * STEP || (now == 0 && covered > STEP)) {
            release(now);
        }
    }

    private synchronized void release(long now) {
        long wanted = Math.max(STEP, (now + STEP - 1) / STEP * STEP);
        long excess = covered - wanted;
        if (excess > 0) {
            covered -= excess;
            account.give(excess);
        }
    }
}
