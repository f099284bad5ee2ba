package dev.hearth.sqlite;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/// Why something with a database failed. Result codes: sqlite.org/rescode.html; the low byte is the
/// primary one.
public enum SqliteError {
    /// No space is left on the disk.
    FULL,
    /// The disk or the file cannot be read or written.
    UNREACHABLE,
    /// The file's content is damaged.
    DAMAGED,
    /// Another program, or another part of this one, holds the file.
    IN_USE,
    /// A newer version of the program wrote the file.
    NEWER,
    /// The database is closed.
    CLOSED,
    /// The statement was interrupted, at its deadline for instance.
    SLOW,
    /// Too many slow reads are under way.
    CROWDED,
    /// The schema does not allow the change: something exists twice.
    CONSTRAINT,
    /// Anything else: a fault of the program.
    FAULT;

    /// Why `e` was thrown.
    public static SqliteError of(SQLException e) {
        if (e instanceof SqliteException own) {
            return own.error();
        }
        int code = e.getErrorCode() & 0xFF;
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return FULL;
        }
        if (code == SQLiteErrorCode.SQLITE_IOERR.code
                || code == SQLiteErrorCode.SQLITE_READONLY.code
                || code == SQLiteErrorCode.SQLITE_CANTOPEN.code
                || code == SQLiteErrorCode.SQLITE_PERM.code) {
            return UNREACHABLE;
        }
        if (code == SQLiteErrorCode.SQLITE_CORRUPT.code
                || code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return DAMAGED;
        }
        if (code == SQLiteErrorCode.SQLITE_INTERRUPT.code) {
            return SLOW;
        }
        if (code == SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
            return CONSTRAINT;
        }
        return code == SQLiteErrorCode.SQLITE_BUSY.code
                        || code == SQLiteErrorCode.SQLITE_LOCKED.code
                ? IN_USE
                : FAULT;
    }
}
