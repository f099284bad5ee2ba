package dev.hearth.gateway;

import java.time.Duration;
import java.time.InstantSource;

/// How much one person may ask for, over all their connections (wire.md, limits). Thread-safe.
final class Pace {
    /// 50 messages in 10 s, 5 MB in a minute; whatever else changes something counts as a message.
    private final Bucket messages = new Bucket(50, 10_000);

    private final Bucket bytes = new Bucket(5_000_000, 60_000);

    /// What only reads costs the host less, and a client that catches up does it often.
    private final Bucket questions = new Bucket(200, 10_000);

    private final InstantSource clock;
    private long at;

    Pace(InstantSource clock) {
        this.clock = clock;
        this.at = clock.millis();
    }

    /// Takes a message of `size` bytes, also where that is too many.
    ///
    /// @return how long to wait before it may go on
    synchronized Duration take(int size) {
        pass();
        messages.take(1);
        bytes.take(size);
        return longer(messages.until(0), bytes.until(0));
    }

    /// Takes a message of `size` bytes, unless that is too many.
    ///
    /// @return zero when it was taken, else when to try again
    synchronized Duration admit(int size) {
        pass();
        Duration wait = longer(messages.until(1), bytes.until(size));
        if (wait.isZero()) {
            messages.take(1);
            bytes.take(size);
        }
        return wait;
    }

    /// Takes a question, unless those are too many.
    ///
    /// @return zero when it was taken, else when to try again
    synchronized Duration admitQuestion() {
        pass();
        Duration wait = longer(questions.until(1), 0);
        if (wait.isZero()) {
            questions.take(1);
        }
        return wait;
    }

    /// Whether a new one would be the same.
    synchronized boolean isRested() {
        pass();
        return messages.isFull() && bytes.isFull() && questions.isFull();
    }

    private void pass() {
        long now = clock.millis();
        long passed = Math.max(0, now - at);
        at = now;
        messages.pass(passed);
        bytes.pass(passed);
        questions.pass(passed);
    }

    private static Duration longer(double one, double other) {
        return Duration.ofMillis((long) Math.ceil(Math.max(one, other)));
    }
}
