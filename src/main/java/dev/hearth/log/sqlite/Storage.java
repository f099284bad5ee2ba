package dev.hearth.log.sqlite;

import dev.hearth.log.StorageException;
import dev.hearth.log.StorageException.Reason;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.sqlite.Database;
import dev.hearth.sqlite.SqliteError;
import java.nio.file.Path;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Duration;

/// A [Database] whose failures are those of a log: [StorageException], or IllegalArgumentException
/// where the schema does not allow a change. Thread-safe.
///
/// @param mender is asked when rows can be read that make no sense
record Storage(Database database, Mender mender) {
    /// Does something about rows that make no sense.
    @FunctionalInterface
    interface Mender {
        /// Does nothing: what cannot be read fails.
        Mender NONE = () -> false;

        /// @return whether it is worth reading again
        boolean mend() throws SQLException;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws SQLException;
    }

    Storage(Database database) {
        this(database, Mender.NONE);
    }

    Path path() {
        return database.path();
    }

    /// Reads one moment of the file. Waits while all reading connections are in use.
    <T> T read(Database.Work<T> work) {
        return mending(() -> database.read(work));
    }

    private <T> T mending(Reading<T> reading) {
        try {
            try {
                return reading.read();
            } catch (SQLDataException e) {
                if (!mender.mend()) {
                    throw e;
                }
                return reading.read();
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// Does something about rows that make no sense.
    void mend() {
        try {
            mender.mend();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// [#read] for look-ups of single rows: never waits behind pages.
    <T> T readEntry(Database.Work<T> work) {
        return mending(() -> database.readEntry(work));
    }

    /// Reads one moment of the file, for `limit` at most; on a thread of its own.
    ///
    /// @throws StorageException SLOW: not done within `limit`
    /// @throws HearthException BUSY: too many slow reads are under way
    <T> T readSlowly(Database.Work<T> work, Duration limit) {
        return mending(() -> database.readSlowly(work, limit));
    }

    /// Changes the file, wholly or not at all; the change is on disk when this returns.
    ///
    /// @throws IllegalArgumentException when the schema does not allow it: something exists twice
    <T> T write(Database.Work<T> work) {
        try {
            return database.write(work);
        } catch (SQLException e) {
            if (SqliteError.of(e) == SqliteError.CONSTRAINT) {
                throw new IllegalArgumentException("it contradicts what is stored", e);
            }
            throw failure(e);
        }
    }

    /// Uses the writing connection outside of a transaction.
    <T> T alone(Database.Work<T> work) {
        try {
            return database.alone(work);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// Removes overwritten content from all files; false while a reader holds an earlier snapshot.
    boolean sweep() {
        try {
            return database.sweep();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// @return whether it was open, and nothing about the file was ever wrong
    boolean close() {
        return database.close();
    }

    static HearthException failure(SQLException e) {
        if (SqliteError.of(e) == SqliteError.CROWDED) {
            return new HearthException(
                    ErrorCode.BUSY, "Many people are searching. Try again in a moment.", e);
        }
        if (e instanceof SQLDataException) {
            return new StorageException(Reason.DAMAGED, e);
        }
        Reason reason =
                switch (SqliteError.of(e)) {
                    case FULL -> Reason.FULL;
                    case UNREACHABLE -> Reason.UNREACHABLE;
                    case DAMAGED -> Reason.DAMAGED;
                    case IN_USE -> Reason.IN_USE;
                    case NEWER -> Reason.NEWER;
                    case CLOSED -> Reason.CLOSED;
                    case SLOW, CROWDED -> Reason.SLOW;
                    case CONSTRAINT, FAULT -> Reason.FAULT;
                };
        return new StorageException(reason, e);
    }
}
