package dev.hearth.client.replica;

import dev.hearth.model.Limits;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The rooms of a chat that are known, and which of them its person has opened. Confined to the
/// chat's loop.
final class KnownRooms {
    /// Nobody is in so many rooms; a room that a host names beyond them is not remembered.
    private static final int MOST = 10_000;

    private final Map<RoomId, RoomView> views = new LinkedHashMap<>();

    /// Also rooms that are not known, or not any more: they may come.
    private final Set<RoomId> opened = new HashSet<>(Set.of(RoomId.LOBBY));

    private final EntryBudget budget = new EntryBudget();
    private final Lagging<RoomView> behind = new Lagging<>(RoomView::isBehind);

    /// Finds a room or makes it known; beyond the bound the view is made for this call alone.
    RoomView of(RoomId room) {
        RoomView known = views.get(room);
        if (known != null) {
            return known;
        }
        RoomView fresh = new RoomView(room, budget, behind::note);
        fresh.open = opened.contains(room);
        if (views.size() < MOST) {
            views.put(room, fresh);
        }
        return fresh;
    }

    Optional<RoomView> find(RoomId room) {
        return Optional.ofNullable(views.get(room));
    }

    boolean isKnown(RoomView view) {
        return views.get(view.room()) == view;
    }

    /// @return whether the room was not open before
    boolean open(RoomId room) {
        boolean first = opened.add(room);
        if (first) {
            of(room).open = true;
        }
        return first;
    }

    /// The open rooms that are known, but for the lobby.
    List<RoomView> openBesidesLobby() {
        return opened.stream()
                .filter(room -> !room.equals(RoomId.LOBBY))
                .flatMap(room -> find(room).stream())
                .toList();
    }

    /// A copy, so that what is done with each may change what is known.
    List<RoomView> all() {
        return List.copyOf(views.values());
    }

    Optional<RoomView> remove(RoomId room) {
        return Optional.ofNullable(views.remove(room));
    }

    void clear() {
        views.clear();
    }

    /// Whether a room misses something of what the host has.
    boolean isBehind() {
        return behind.isAny();
    }

    /// What to keep of the list for the next start: the rooms that this person is in, and a page of
    /// the others.
    List<RoomHead> toKeep() {
        Stream<RoomHead> others = heads(false).limit(Limits.PAGE_ITEMS.value());
        return Stream.concat(heads(true), others).toList();
    }

    private Stream<RoomHead> heads(boolean member) {
        return views.values().stream()
                .filter(view -> view.isMember() == member)
                .flatMap(view -> view.head.stream());
    }
}
