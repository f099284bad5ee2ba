package dev.hearth.sqlite;

import java.io.IOException;
import java.sql.SQLException;

/// A failure that this kit found, not SQLite.
public final class SqliteException extends SQLException {
    private static final long serialVersionUID = 1;

    private final SqliteError error;

    public SqliteException(SqliteError error) {
        super(error.name());
        this.error = error;
    }

    SqliteException(IOException cause) {
        super(cause);
        this.error = SqliteError.UNREACHABLE;
    }

    public SqliteError error() {
        return error;
    }
}
