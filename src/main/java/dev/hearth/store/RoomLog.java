package dev.hearth.store;

import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import java.util.List;
import java.util.Optional;

/// The append-only log of one room. One thread appends; any thread may read.
public interface RoomLog {
    /// Adds `entries`, whose sequence numbers follow on [#lastSeq] without gaps; all of them or
    /// none. When this returns they are kept. What a deletion deletes is overwritten.
    ///
    /// @throws IllegalArgumentException when they do not follow on the log
    void append(List<Entry> entries);

    /// The sequence number of the newest entry; 0 while there is none.
    long lastSeq();

    /// Up to `limit` entries after `seq`, oldest first; fewer when they are large, but never none
    /// when there are any.
    List<Entry> after(long seq, int limit);

    /// The entry made under `id` in this room, however long ago.
    Optional<Entry> find(EntryId id);
}
