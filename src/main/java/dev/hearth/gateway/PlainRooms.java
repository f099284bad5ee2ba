package dev.hearth.gateway;

import dev.hearth.gateway.PlainVisitor.Place;
import dev.hearth.host.HostListener;
import dev.hearth.host.HostState;
import dev.hearth.model.Entry;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomId;
import dev.hearth.protocol.Events;
import dev.hearth.socketio.Peer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Which public rooms the plain clients are in: one each, `#lobby` at first on `/`. Their messages
/// name no room, so who joins one leaves the one before. They are no members: nobody sees them come
/// and go there. Confined to the host loop.
final class PlainRooms implements HostListener {
    private final RoomFanOut feed;

    /// Those who are elsewhere than in `#lobby`, by room and by the ids of their peers.
    private final Map<RoomId, Map<String, Peer>> away = new HashMap<>();

    PlainRooms(RoomFanOut feed) {
        this.feed = feed;
    }

    /// Messages of the room after `after` go to `peer` from now on; first everything that the room
    /// before has by now.
    void go(HostState state, Peer peer, PlainVisitor visitor, Place to, long after) {
        if (visitor.isIn(to.id())) {
            return;
        }
        Optional<Place> before = visitor.place();
        went(peer, visitor);
        visitor.go(Optional.of(to));
        came(peer, visitor);
        if (before.isPresent()) {
            feed.end(
                    state,
                    peer,
                    before.get().id(),
                    then -> follow(then, peer, visitor, to.id(), after));
        } else {
            follow(state, peer, visitor, to.id(), after);
        }
    }

    /// Unless they have gone on to another room, or for good, before they had all of the last one.
    private void follow(HostState state, Peer peer, PlainVisitor visitor, RoomId room, long after) {
        if (visitor.isIn(room) && !feed.goOn(peer, room)) {
            feed.follow(state, peer, ReaderKind.PLAIN, room, after);
        }
    }

    /// `peer` is in a room from now on.
    void came(Peer peer, PlainVisitor visitor) {
        visitor.place()
                .map(Place::id)
                .filter(room -> !room.equals(RoomId.LOBBY))
                .ifPresent(
                        room ->
                                away.computeIfAbsent(room, _ -> new LinkedHashMap<>())
                                        .put(peer.id(), peer));
    }

    /// `peer` is no longer in the room that it was in.
    void went(Peer peer, PlainVisitor visitor) {
        visitor.place()
                .ifPresent(
                        place ->
                                away.computeIfPresent(
                                        place.id(),
                                        (_, there) -> {
                                            there.remove(peer.id());
                                            return there.isEmpty() ? null : there;
                                        }));
    }

    @Override
    public void committed(HostState state, List<Entry> entries) {}

    /// Who was removed or banned from a room is not in it any more.
    @Override
    public void standing(HostState state, PersonId person, RoomId room) {
        if (!state.rooms().isIn(person, room)) {
            end(state, room, visitor -> visitor.asker().person().id().equals(person));
        }
    }

    @Override
    public void closed(HostState state, RoomId room) {
        end(state, room, visitor -> true);
    }

    /// Who is in a room stays there when it is renamed, and knows under which name to come back.
    @Override
    public void room(HostState state, RoomId room) {
        state.rooms()
                .name(room)
                .map(name -> new Place(room, name))
                .ifPresent(
                        place ->
                                there(room)
                                        .forEach((peer, visitor) -> renamed(peer, visitor, place)));
    }

    private static void renamed(Peer peer, PlainVisitor visitor, Place place) {
        if (!visitor.place().equals(Optional.of(place))) {
            visitor.go(Optional.of(place));
            peer.emit(Events.ROOM_RENAMED, place.name());
        }
    }

    private void end(HostState state, RoomId room, Predicate<PlainVisitor> whom) {
        there(room)
                .forEach(
                        (peer, visitor) -> {
                            if (whom.test(visitor)) {
                                end(state, peer, visitor, room);
                            }
                        });
    }

    /// In the namespace of a room there is nothing to do without it.
    private void end(HostState state, Peer peer, PlainVisitor visitor, RoomId room) {
        String name = visitor.place().map(Place::name).orElse("");
        went(peer, visitor);
        visitor.go(Optional.empty());
        feed.end(
                state,
                peer,
                room,
                _ -> {
                    peer.emit(Events.LEFT_ROOM, name);
                    if (visitor.isBound()) {
                        peer.dismiss("the room ended");
                    }
                });
    }

    /// Who is in `room`, unless that is `#lobby`; a copy.
    private Map<Peer, PlainVisitor> there(RoomId room) {
        Map<Peer, PlainVisitor> there = new LinkedHashMap<>();
        for (Peer peer : away.getOrDefault(room, Map.of()).values()) {
            if (peer.attachment() instanceof PlainVisitor visitor && visitor.isIn(room)) {
                there.put(peer, visitor);
            }
        }
        return there;
    }
}
