package dev.hearth.gateway;

import dev.hearth.model.RoomId;
import java.util.Optional;

/// Somebody on `/` or in the namespace of a room, and the one room that their messages go to and
/// come from.
final class PlainVisitor {
    /// A public room as it was called when they came in.
    record Place(RoomId id, String name) {
        static final Place LOBBY = new Place(RoomId.LOBBY, "lobby");
    }

    private final Asker asker;
    private final boolean bound;
    private volatile Optional<Place> place;

    /// On the strand of the connection.
    private boolean puzzling;

    /// @param bound whether they are in a namespace of this room alone
    PlainVisitor(Asker asker, Place place, boolean bound) {
        this.asker = asker;
        this.bound = bound;
        this.place = Optional.of(place);
    }

    Asker asker() {
        return asker;
    }

    /// Whether there is nothing for them outside of their room.
    boolean isBound() {
        return bound;
    }

    /// Empty when their room ended: what they say must not go to another one, which they do not
    /// think of. Any thread.
    Optional<Place> place() {
        return place;
    }

    boolean isIn(RoomId room) {
        return place.filter(it -> it.id().equals(room)).isPresent();
    }

    /// They said what nobody understands.
    ///
    /// @return whether that is the first time
    boolean puzzles() {
        boolean first = !puzzling;
        puzzling = true;
        return first;
    }

    /// On the host loop.
    void go(Optional<Place> to) {
        place = to;
    }
}
