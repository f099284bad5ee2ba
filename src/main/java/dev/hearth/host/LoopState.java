package dev.hearth.host;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What others can see of the host loop without asking it anything: whether it turns, and why it
/// ended. Written by the loop, read by any thread.
public final class LoopState {
    private static final long IDLE = 0;

    private volatile long turnBegan = IDLE;
    private volatile @Nullable Throwable failure;

    LoopState() {}

    /// How long the turn that runs now has lasted; zero while the loop waits for work. A turn takes
    /// milliseconds: of seconds people should hear.
    public Duration turnLasts() {
        long began = turnBegan;
        return began == IDLE ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - began);
    }

    /// What ended the loop, unless it was closed. Nothing is decided any more: the chat has to be
    /// closed, and opened again from its log.
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    void begin() {
        long now = System.nanoTime();
        turnBegan = now == IDLE ? 1 : now;
    }

    void end() {
        turnBegan = IDLE;
    }

    void failed(Throwable cause) {
        failure = cause;
        end();
    }
}
