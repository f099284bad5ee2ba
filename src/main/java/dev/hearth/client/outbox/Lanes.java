package dev.hearth.client.outbox;

import dev.hearth.model.RoomId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/// What is still to be sent, in order, by the room that it is about: one lane each, and one for
/// what names no room. Confined to the chat's loop.
final class Lanes {
    private final Map<Optional<RoomId>, SequencedSet<OutboxItem>> lanes = new HashMap<>();

    void clear() {
        lanes.clear();
    }

    void join(OutboxItem item) {
        lanes.computeIfAbsent(item.lane(), _ -> new LinkedHashSet<>()).add(item);
    }

    void leave(OutboxItem item) {
        SequencedSet<OutboxItem> lane = lanes.get(item.lane());
        if (lane != null) {
            lane.remove(item);
            if (lane.isEmpty()) {
                lanes.remove(item.lane());
            }
        }
    }

    List<Optional<RoomId>> all() {
        return List.copyOf(lanes.keySet());
    }

    /// What goes out next.
    ///
    /// @param oneAtATime whether that is the first of the lane or nothing
    List<OutboxItem> next(Optional<RoomId> lane, boolean oneAtATime) {
        SequencedSet<OutboxItem> items = lanes.get(lane);
        return items == null
                ? List.of()
                : items.stream()
                        .limit(oneAtATime ? 1 : Long.MAX_VALUE)
                        .filter(item -> item.state() instanceof SendState.Queued)
                        .toList();
    }
}
