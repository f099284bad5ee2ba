package dev.hearth.gateway;

import dev.hearth.model.RoomId;
import java.util.Optional;

/// Somebody on `/`, and the one room that their messages go to and come from.
final class PlainVisitor {
    /// A public room as it was called when they came in.
    record Place(RoomId id, String name) {
        static final Place LOBBY = new Place(RoomId.LOBBY, "lobby");
    }

    private final Asker asker;
    private volatile Optional<Place> place;

    PlainVisitor(Asker asker, Place place) {
        this.asker = asker;
        this.place = Optional.of(place);
    }

    Asker asker() {
        return asker;
    }

    /// Empty when their room ended: what they say must not go to another one, which they do not
    /// think of. Any thread.
    Optional<Place> place() {
        return place;
    }

    boolean isIn(RoomId room) {
        return place.filter(it -> it.id().equals(room)).isPresent();
    }

    /// On the host loop.
    void go(Optional<Place> to) {
        place = to;
    }
}
