package dev.hearth.gateway;

import dev.hearth.model.TokenBucket;
import java.time.Duration;
import java.time.InstantSource;

/// How much somebody may ask for: a person over all their connections, all who are at an address,
/// or all newcomers. Confined to its owner.
final class RateLimiter {
    private final TokenBucket changes;
    private final TokenBucket bytes;
    private final TokenBucket questions;
    private final InstantSource clock;

    RateLimiter(InstantSource clock, Rate rate) {
        this.clock = clock;
        long now = clock.millis();
        this.changes = new TokenBucket(rate.changes(), 10_000, now);
        this.bytes = new TokenBucket(rate.bytes(), 60_000, now);
        this.questions = new TokenBucket(rate.questions(), 10_000, now);
    }

    /// How long until a change of `size` bytes may be taken.
    Duration untilChange(int size) {
        pass();
        return longer(changes.until(1), bytes.until(size));
    }

    /// Takes a change of `size` bytes, also where that is too many.
    ///
    /// @return how long to wait before it may go on
    Duration take(int size) {
        pass();
        takeChange(size);
        return longer(changes.until(0), bytes.until(0));
    }

    void takeChange(int size) {
        changes.take(1);
        bytes.take(size);
    }

    /// How long until a question may be taken.
    Duration untilQuestion() {
        pass();
        return longer(questions.until(1), 0);
    }

    void takeQuestion() {
        questions.take(1);
    }

    /// Whether a new one would be the same.
    boolean isRested() {
        pass();
        return changes.isFull() && bytes.isFull() && questions.isFull();
    }

    private void pass() {
        long now = clock.millis();
        changes.pass(now);
        bytes.pass(now);
        questions.pass(now);
    }

    private static Duration longer(double one, double other) {
        return Duration.ofMillis((long) Math.ceil(Math.max(one, other)));
    }
}
