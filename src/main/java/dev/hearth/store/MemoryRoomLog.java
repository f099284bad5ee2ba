package dev.hearth.store;

import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A room's log in memory: as long as the program runs, and no longer. Thread-safe.
public final class MemoryRoomLog implements RoomLog {
    private final List<Entry> entries = new ArrayList<>();
    private final Map<EntryId, Entry> byId = new HashMap<>();

    @Override
    public synchronized void append(List<Entry> added) {
        for (Entry entry : added) {
            if (entry.seq() != entries.size() + 1L) {
                throw new IllegalArgumentException(
                        "entry " + entry.seq() + " does not follow on " + entries.size());
            }
            entries.add(entry);
            byId.put(entry.id(), entry);
        }
    }

    @Override
    public synchronized long lastSeq() {
        return entries.size();
    }

    @Override
    public synchronized List<Entry> after(long seq, int limit) {
        int from = (int) Math.clamp(seq, 0L, entries.size());
        return List.copyOf(entries.subList(from, Math.min(entries.size(), from + limit)));
    }

    @Override
    public synchronized Optional<Entry> find(EntryId id) {
        return Optional.ofNullable(byId.get(id));
    }
}
