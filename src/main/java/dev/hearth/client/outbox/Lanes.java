package dev.hearth.client.outbox;

import dev.hearth.model.RoomId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// What is still to be sent, in order, by the room that it is about: one lane each, and one for
/// what names no room. However much waits, the next item is found at once. Confined to the chat's
/// loop.
final class Lanes {
    /// @param items all that waits for its turn or its answer, by its place
    /// @param queued those of them that may be sent as soon as their turn comes
    private record Lane(
            NavigableMap<Long, OutboxItem> items, NavigableMap<Long, OutboxItem> queued) {
        Lane() {
            this(new TreeMap<>(), new TreeMap<>());
        }

        Optional<OutboxItem> next(boolean oneAtATime) {
            if (queued.isEmpty() || (oneAtATime && !queued.firstKey().equals(items.firstKey()))) {
                return Optional.empty();
            }
            return Optional.of(queued.firstEntry().getValue());
        }
    }

    private final Map<Optional<RoomId>, Lane> lanes = new HashMap<>();

    void clear() {
        lanes.clear();
    }

    void join(OutboxItem item) {
        lanes.computeIfAbsent(item.lane(), _ -> new Lane()).items().put(item.place(), item);
        note(item);
    }

    /// The state of `item` may have changed.
    void note(OutboxItem item) {
        Lane lane = lanes.get(item.lane());
        if (lane == null) {
            return;
        }
        boolean queued = item.state() instanceof SendState.Queued;
        if (queued && lane.items().get(item.place()) == item) {
            lane.queued().put(item.place(), item);
        } else {
            lane.queued().remove(item.place(), item);
        }
    }

    void leave(OutboxItem item) {
        Lane lane = lanes.get(item.lane());
        if (lane != null) {
            lane.items().remove(item.place(), item);
            lane.queued().remove(item.place(), item);
            if (lane.items().isEmpty()) {
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
    Optional<OutboxItem> next(Optional<RoomId> lane, boolean oneAtATime) {
        return Optional.ofNullable(lanes.get(lane)).flatMap(it -> it.next(oneAtATime));
    }
}
