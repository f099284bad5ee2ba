package dev.hearth.socketio.http;

/// Memory budgets for tests that are about something else.
public final class Budgets {
    private Budgets() {}

    static Account account() {
        return new MemoryBudget(1L << 40, new Counters()).open(0, () -> {});
    }

    /// Covers whatever is asked for.
    public static Charge ample() {
        return new Charge(account());
    }
}
