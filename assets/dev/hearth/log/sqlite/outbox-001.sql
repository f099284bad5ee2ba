-- The outbox of a joined chat, version 1. Times are epoch milliseconds.

CREATE TABLE commands (
    -- The order in which they are sent.
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    room TEXT,
    event TEXT NOT NULL,
    payload TEXT NOT NULL,
    at INTEGER NOT NULL,
    -- Why it failed; null while it waits for the host.
    code TEXT,
    reason TEXT
) STRICT;

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
