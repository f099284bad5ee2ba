package dev.hearth.gateway;

/// So much may be taken, and comes back with time. Confined to its [Pace].
final class Bucket {
    private final double size;
    private final double perMilli;
    private double content;

    /// Starts full.
    ///
    /// @param millis in which an empty one is full again
    Bucket(double size, long millis) {
        this.size = size;
        this.perMilli = size / millis;
        this.content = size;
    }

    void pass(long millis) {
        content = Math.min(size, content + millis * perMilli);
    }

    /// Takes `amount`, of what is not there yet if need be.
    void take(double amount) {
        content -= amount;
    }

    /// @return milliseconds until `amount` is there; of more than it can hold: until it is full
    double until(double amount) {
        return Math.max(0, (Math.min(amount, size) - content) / perMilli);
    }

    boolean isFull() {
        return content >= size;
    }
}
