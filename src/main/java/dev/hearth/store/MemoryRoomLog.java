package dev.hearth.store;

import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.Payload;
import dev.hearth.model.Payload.Deleted;
import dev.hearth.model.Payload.Edited;
import dev.hearth.model.Payload.Erased;
import dev.hearth.model.Payload.Posted;
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
        long last = entries.size();
        for (Entry entry : added) {
            if (entry.seq() != ++last) {
                throw new IllegalArgumentException(
                        "entry " + entry.seq() + " does not follow on " + (last - 1));
            }
        }
        for (Entry entry : added) {
            entries.add(entry);
            byId.put(entry.id(), entry);
            if (entry.payload() instanceof Deleted(EntryId of)) {
                entries.replaceAll(each -> erased(each, of));
                entries.forEach(each -> byId.put(each.id(), each));
            }
        }
    }

    private static Entry erased(Entry entry, EntryId of) {
        return switch (entry.payload()) {
            case Posted _ when entry.id().equals(of) -> entry.with(new Erased(Optional.empty()));
            case Edited(EntryId message, var _) when message.equals(of) ->
                    entry.with(new Erased(Optional.of(of)));
            case Payload _ -> entry;
        };
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
