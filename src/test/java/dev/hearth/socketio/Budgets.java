package dev.hearth.socketio;

/// Memory budgets for tests that are about something else.
final class Budgets {
    private Budgets() {}

    static Account account() {
        return new MemoryBudget(1L << 40, new Counters()).open(0, () -> {});
    }

    /// Covers whatever is asked for.
    static Charge ample() {
        return new Charge(account());
    }
}
