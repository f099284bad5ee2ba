package dev.hearth.store;

import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import java.util.List;
import java.util.Optional;

/// The append-only log of one room. One thread appends; any thread may read.
public interface RoomLog {
    /// Adds `entries`, whose sequence numbers follow on [#lastSeq] without gaps. When this returns
    /// they are kept.
    void append(List<Entry> entries);

    /// The sequence number of the newest entry; 0 while there is none.
    long lastSeq();

    /// Up to `limit` entries after `seq`, oldest first.
    List<Entry> after(long seq, int limit);

    /// The entry made under `id`, however long ago.
    Optional<Entry> find(EntryId id);
}
