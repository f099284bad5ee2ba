package dev.hearth.sqlite;

import java.sql.SQLException;
import java.time.Duration;

/// Removes overwritten content from all files of a database. While a reader holds an earlier
/// snapshot that is impossible; a virtual thread then tries again until it succeeds. Thread-safe.
public final class Sweeper {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Database database;
    private boolean owed;
    private boolean running;

    public Sweeper(Database database) {
        this.database = database;
    }

    /// Sweeps now, or soon.
    public void sweep() {
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

    /// Sweeps for the last time, before the database is closed.
    ///
    /// @return whether nothing is left to be swept
    public boolean end() {
        return !isPending() || swept();
    }

    /// Whether something that was overwritten may still be in a file.
    public synchronized boolean isPending() {
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

    /// A sweep requested while this sweeps is done again.
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

    /// A failing disk is tried again; a closed database has nothing left to sweep.
    private boolean swept() {
        try {
            return database.sweep();
        } catch (SQLException e) {
            return SqliteError.of(e) == SqliteError.CLOSED;
        }
    }
}
