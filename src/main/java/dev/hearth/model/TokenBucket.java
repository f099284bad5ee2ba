package dev.hearth.model;

/// A token bucket: so much may be taken at once, and comes back with time. Confined to its owner.
public final class TokenBucket {
    private final double size;
    private final double perMilli;
    private double content;
    private long at;

    /// Starts full.
    ///
    /// @param millis in which an empty bucket is full again
    /// @param now in epoch milliseconds
    public TokenBucket(double size, long millis, long now) {
        this.size = size;
        this.perMilli = size / millis;
        this.content = size;
        this.at = now;
    }

    /// Lets time pass. A clock that was set back gives nothing, and takes nothing.
    public void pass(long now) {
        content = Math.min(size, content + Math.max(0, now - at) * perMilli);
        at = now;
    }

    /// Takes `amount`, of what is not there yet if need be.
    public void take(double amount) {
        content -= amount;
    }

    /// Takes `amount` if it is there.
    public boolean tryTake(double amount) {
        boolean there = until(amount) == 0;
        if (there) {
            take(amount);
        }
        return there;
    }

    /// @return milliseconds until `amount` is there; of more than it can hold: until it is full
    public double until(double amount) {
        return Math.max(0, (Math.min(amount, size) - content) / perMilli);
    }

    public boolean isFull() {
        return content >= size;
    }
}
