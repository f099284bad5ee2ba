package dev.hearth.store;

import java.time.Duration;

/// Sees to it that what was overwritten is gone from all files. While somebody reads an earlier
/// moment that is not possible; then a virtual thread tries again until it is. Thread-safe.
final class Sweeper {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Database database;
    private boolean owed;
    private boolean running;

    Sweeper(Database database) {
        this.database = database;
    }

    /// Sweeps now, or soon.
    void sweep() {
        if (!swept() && isFirst()) {
            Thread.ofVirtual().name("hearth-sweep").start(this::sweepLater);
        }
    }

    private synchronized boolean isFirst() {
        owed = true;
        boolean first = !running;
        running = true;
        return first;
    }

    /// Sweeps for the last time, before the log is closed.
    ///
    /// @return whether nothing is left to be swept
    boolean end() {
        return !isPending() || swept();
    }

    /// Whether something that was overwritten may still be in a file.
    synchronized boolean isPending() {
        return running;
    }

    private void sweepLater() {
        try {
            do {
                Thread.sleep(PAUSE);
                pay();
            } while (isStillOwed());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What comes to be owed while this sweeps is swept again.
    private void pay() {
        setOwed(false);
        if (!swept()) {
            setOwed(true);
        }
    }

    private synchronized void setOwed(boolean now) {
        owed = now;
    }

    private synchronized boolean isStillOwed() {
        running = owed;
        return owed;
    }

    /// A disk that fails is tried again; a log that is closed has nobody to sweep it.
    private boolean swept() {
        try {
            return database.sweep();
        } catch (StorageException e) {
            return e.reason() == StorageException.Reason.CLOSED;
        }
    }
}
