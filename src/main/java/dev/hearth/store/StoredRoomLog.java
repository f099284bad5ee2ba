package dev.hearth.store;

import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.RoomId;
import java.util.List;
import java.util.Optional;

/// One room of a [ChatStore].
record StoredRoomLog(ChatStore store, RoomId room) implements RoomLog {
    @Override
    public void append(List<Entry> entries) {
        for (Entry entry : entries) {
            if (!entry.room().equals(room)) {
                throw new IllegalArgumentException("an entry of " + entry.room() + " in " + room);
            }
        }
        store.append(Batch.of(entries));
    }

    @Override
    public long lastSeq() {
        return store.lastSeq(room);
    }

    @Override
    public List<Entry> after(long seq, int limit) {
        return store.after(room, seq, limit);
    }

    @Override
    public Optional<Entry> find(EntryId id) {
        return store.find(room, id);
    }
}
