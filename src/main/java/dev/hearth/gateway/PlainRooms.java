package dev.hearth.gateway;

import dev.hearth.gateway.PlainVisitor.Place;
import dev.hearth.host.HostListener;
import dev.hearth.host.HostState;
import dev.hearth.model.Entry;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomId;
import dev.hearth.protocol.Events;
import dev.hearth.socketio.Peer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Which public rooms the clients of `/` are in: one each, `#lobby` at first. Their messages name
/// no room, so who joins one leaves the one before. They are no members: nobody sees them come and
/// go there. Confined to the host loop.
final class PlainRooms implements HostListener {
    private final RoomFanOut feed;

    /// Those who are elsewhere than in `#lobby`, by the ids of their peers.
    private final Map<String, Peer> away = new LinkedHashMap<>();

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
        visitor.go(Optional.of(to));
        note(peer, visitor);
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

    /// `peer` has come into a room, or has gone for good.
    void note(Peer peer, PlainVisitor visitor) {
        if (visitor.isIn(RoomId.LOBBY) || visitor.place().isEmpty()) {
            away.remove(peer.id());
        } else {
            away.put(peer.id(), peer);
        }
    }

    void forget(Peer peer) {
        away.remove(peer.id());
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

    private void end(HostState state, RoomId room, Predicate<PlainVisitor> whom) {
        for (Peer peer : List.copyOf(away.values())) {
            if (peer.attachment() instanceof PlainVisitor visitor
                    && visitor.isIn(room)
                    && whom.test(visitor)) {
                String name = visitor.place().map(Place::name).orElse("");
                visitor.go(Optional.empty());
                away.remove(peer.id());
                feed.end(state, peer, room, _ -> peer.emit(Events.LEFT_ROOM, name));
            }
        }
    }
}
