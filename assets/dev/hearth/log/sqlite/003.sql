-- Version 3: whether an entry is about a message or about the room is told by the program, which knows it
-- from the type of the payload, and no longer by lists of kinds. Entries of the room are few, so the old
-- index finds them.

-- 'message' or 'room'.
ALTER TABLE entries ADD COLUMN scope TEXT NOT NULL DEFAULT 'message' CHECK (scope IN ('message', 'room'));

UPDATE entries SET scope = 'room' WHERE kind NOT IN ('posted', 'edited', 'deleted', 'erased', 'reacted');

DROP INDEX entries_messages;
DROP INDEX entries_affairs;
CREATE INDEX entries_messages ON entries (room, seq) WHERE scope = 'message' AND about IS NULL;
-- What happened to rooms, which is little beside what was said in them.
CREATE INDEX entries_affairs ON entries (room, seq) WHERE scope = 'room';
