-- Version 2: what search keeps of a message is bounded and folded (SearchText). The texts of version 1
-- stay until Reindexing has moved them over, a part at a time.

DROP TRIGGER texts_added;
DROP TRIGGER texts_removed;
DROP TRIGGER texts_changed;

-- The beginning of the latest text of each message, folded. Never the only place where a text is.
CREATE TABLE search_texts (
    n INTEGER PRIMARY KEY REFERENCES entries,
    room INTEGER NOT NULL,
    person INTEGER NOT NULL,
    at INTEGER NOT NULL,
    text TEXT NOT NULL
) STRICT;

-- The texts are folded before, so the tokenizers only take them apart.
CREATE VIRTUAL TABLE search_words USING fts5 (
    text, content = 'search_texts', content_rowid = 'n',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
);
CREATE VIRTUAL TABLE search_grams USING fts5 (
    text, content = 'search_texts', content_rowid = 'n', tokenize = 'trigram case_sensitive 1'
);
-- Without this a deleted row's words stay in the index until it is merged.
INSERT INTO search_words (search_words, rank) VALUES ('secure-delete', 1);
INSERT INTO search_grams (search_grams, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER search_texts_added AFTER INSERT ON search_texts BEGIN
    INSERT INTO search_words (rowid, text) VALUES (new.n, new.text);
    INSERT INTO search_grams (rowid, text) VALUES (new.n, new.text);
END;
CREATE TRIGGER search_texts_removed AFTER DELETE ON search_texts BEGIN
    INSERT INTO search_words (search_words, rowid, text) VALUES ('delete', old.n, old.text);
    INSERT INTO search_grams (search_grams, rowid, text) VALUES ('delete', old.n, old.text);
END;
CREATE TRIGGER search_texts_changed AFTER UPDATE OF text ON search_texts BEGIN
    INSERT INTO search_words (search_words, rowid, text) VALUES ('delete', old.n, old.text);
    INSERT INTO search_grams (search_grams, rowid, text) VALUES ('delete', old.n, old.text);
    INSERT INTO search_words (rowid, text) VALUES (new.n, new.text);
    INSERT INTO search_grams (rowid, text) VALUES (new.n, new.text);
END;

-- Entries whose content was lost to damage of the disk (Salvage): tombstones until somebody has them.
CREATE TABLE lost (n INTEGER PRIMARY KEY REFERENCES entries) STRICT;
