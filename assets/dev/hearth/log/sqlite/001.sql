-- The log of a chat, version 1. Times are epoch milliseconds.

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE people (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    -- The name as names are compared.
    folded TEXT NOT NULL,
    role TEXT NOT NULL,
    public_key TEXT UNIQUE,
    token_hash TEXT UNIQUE,
    since INTEGER NOT NULL
) STRICT;

-- A guest's name is free again when the guest has gone.
CREATE UNIQUE INDEX people_names ON people (folded) WHERE role <> 'guest';

CREATE TABLE rooms (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    topic TEXT NOT NULL,
    kind TEXT NOT NULL,
    last_seq INTEGER NOT NULL DEFAULT 0
) STRICT;

INSERT INTO rooms (id, name, topic, kind) VALUES ('#lobby', 'lobby', '', 'public');

CREATE TABLE entries (
    n INTEGER PRIMARY KEY,
    room INTEGER NOT NULL REFERENCES rooms,
    seq INTEGER NOT NULL,
    id TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES people,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    -- The id of the message this is about.
    about TEXT,
    payload TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX entries_log ON entries (room, seq);
-- A request that comes again is found here, however old it is. Over all rooms of a person, and, as the
-- plain door and whatever is about a message need it, over all people of a room.
CREATE UNIQUE INDEX entries_requests ON entries (id, person);
CREATE UNIQUE INDEX entries_ids ON entries (id, room);
CREATE INDEX entries_messages ON entries (room, seq) WHERE kind IN ('posted', 'erased') AND about IS NULL;
CREATE INDEX entries_about ON entries (room, about) WHERE about IS NOT NULL;
-- What happened to rooms, which is little beside what was said in them.
CREATE INDEX entries_affairs ON entries (room, seq) WHERE kind NOT IN ('posted', 'edited', 'deleted', 'erased', 'reacted');

CREATE TABLE marks (
    person INTEGER NOT NULL REFERENCES people,
    room INTEGER NOT NULL REFERENCES rooms,
    seq INTEGER NOT NULL,
    PRIMARY KEY (person, room)
) STRICT, WITHOUT ROWID;

-- The latest text of each message, for search.
CREATE TABLE texts (
    n INTEGER PRIMARY KEY REFERENCES entries,
    room INTEGER NOT NULL,
    person INTEGER NOT NULL,
    at INTEGER NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE words USING fts5 (
    text, content = 'texts', content_rowid = 'n', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE grams USING fts5 (
    text, content = 'texts', content_rowid = 'n', tokenize = 'trigram remove_diacritics 1'
);
-- Without this a deleted row's words stay in the index until it is merged.
INSERT INTO words (words, rank) VALUES ('secure-delete', 1);
INSERT INTO grams (grams, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER texts_added AFTER INSERT ON texts BEGIN
    INSERT INTO words (rowid, text) VALUES (new.n, new.text);
    INSERT INTO grams (rowid, text) VALUES (new.n, new.text);
END;
CREATE TRIGGER texts_removed AFTER DELETE ON texts BEGIN
    INSERT INTO words (words, rowid, text) VALUES ('delete', old.n, old.text);
    INSERT INTO grams (grams, rowid, text) VALUES ('delete', old.n, old.text);
END;
CREATE TRIGGER texts_changed AFTER UPDATE OF text ON texts BEGIN
    INSERT INTO words (words, rowid, text) VALUES ('delete', old.n, old.text);
    INSERT INTO grams (grams, rowid, text) VALUES ('delete', old.n, old.text);
    INSERT INTO words (rowid, text) VALUES (new.n, new.text);
    INSERT INTO grams (rowid, text) VALUES (new.n, new.text);
END;
