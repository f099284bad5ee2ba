package dev.hearth.store;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/// Sees to it that what was overwritten is gone from all files. While somebody reads an earlier
/// moment that is not possible; then a virtual thread tries again until it is. Thread-safe.
final class Sweeper {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Database database;
    private final AtomicBoolean pending = new AtomicBoolean();

    Sweeper(Database database) {
        this.database = database;
    }

    /// Sweeps for the last time, before the log is closed.
    ///
    /// @return whether nothing is left to be swept
    boolean end() {
        return !isPending() || swept();
    }

    /// Sweeps now, or soon.
    void sweep() {
        if (!swept() && pending.compareAndSet(false, true)) {
            Thread.ofVirtual().name("hearth-sweep").start(this::sweepLater);
        }
    }

    /// Whether something that was overwritten may still be in a file.
    boolean isPending() {
        return pending.get();
    }

    private void sweepLater() {
        try {
            do {
                Thread.sleep(PAUSE);
            } while (!swept());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pending.set(false);
        }
    }

    /// A disk that fails is tried again; a log that is closed has been swept by closing.
    private boolean swept() {
        try {
            return database.sweep();
        } catch (StorageException e) {
            return e.reason() == StorageException.Reason.CLOSED;
        }
    }
}
