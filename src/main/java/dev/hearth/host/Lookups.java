package dev.hearth.host;

import dev.hearth.log.ChatLog;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.HearthException;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the log has under the ids of commands: asked once for all that are decided in a turn of the
/// loop, in place of two or three times for each. Confined to the host loop.
///
/// What is known stays true until the turn is over, for nobody else writes the log: what this loop
/// commits meanwhile is added ([#committed]), and when a commit fails nothing is known any more.
final class Lookups {
    private static final Logger LOG = LoggerFactory.getLogger(Lookups.class);

    private final ChatLog store;
    private final Map<EntryId, List<Entry>> known = new HashMap<>();

    Lookups(ChatLog store) {
        this.store = store;
    }

    /// Asks for all of `ids`. Where that fails, each is asked for when it is needed.
    void expect(Collection<EntryId> ids) {
        known.clear();
        if (ids.isEmpty()) {
            return;
        }
        try {
            List<Entry> there = store.find(ids);
            ids.forEach(id -> known.put(id, new ArrayList<>()));
            committed(there);
        } catch (HearthException e) {
            LOG.debug("the ids of a turn could not be looked up together", e);
        }
    }

    void committed(List<Entry> entries) {
        for (Entry entry : entries) {
            known.computeIfPresent(
                    entry.id(),
                    (_, there) -> {
                        there.add(entry);
                        return there;
                    });
        }
    }

    void forget() {
        known.clear();
    }

    /// What `person` asked for under `id`.
    Optional<Entry> find(PersonId person, EntryId id) {
        List<Entry> there = known.get(id);
        return there == null
                ? store.find(person, id)
                : first(there, entry -> entry.from().id().equals(person));
    }

    /// What anybody did under `id` in `room`.
    Optional<Entry> find(RoomId room, EntryId id) {
        List<Entry> there = known.get(id);
        return there == null
                ? store.find(room, id)
                : first(there, entry -> entry.room().equals(room));
    }

    private static Optional<Entry> first(List<Entry> entries, Predicate<Entry> which) {
        return entries.stream().filter(which).findFirst();
    }
}
