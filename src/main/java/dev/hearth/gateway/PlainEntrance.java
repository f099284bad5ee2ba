package dev.hearth.gateway;

import dev.hearth.gateway.PlainVisitor.Place;
import dev.hearth.host.ChatHost;
import dev.hearth.host.HostState;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.Origin;
import dev.hearth.model.Person;
import dev.hearth.model.RoomId;
import dev.hearth.socketio.ConnectAnswer;
import dev.hearth.socketio.Peer;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/// How plain clients come in, to `/` and to the namespace of a room, and how they go. On each
/// peer's strand, which may wait.
final class PlainEntrance {
    private final ChatHost host;
    private final RoomFanOut feed;
    private final ConnectedPeers company;
    private final PeerLifecycle leaving;
    private final HostWatcher watcher;
    private final PlainRooms rooms;

    PlainEntrance(
            ChatHost host,
            RoomFanOut feed,
            ConnectedPeers company,
            PeerLifecycle leaving,
            HostWatcher watcher) {
        this.host = host;
        this.feed = feed;
        this.company = company;
        this.leaving = leaving;
        this.watcher = watcher;
        this.rooms = new PlainRooms(feed);
        host.listen(rooms);
    }

    PlainRooms rooms() {
        return rooms;
    }

    /// Who asks for a room that is not there is not put into another one.
    ///
    /// @param noRoom what they are answered then
    ConnectAnswer connecting(Peer peer, PlainHandshake visitor, String noRoom) {
        try {
            if (visitor.room().isPresent()) {
                String wish = visitor.room().get();
                if (host.call(state -> state.rooms().named(wish)).join().isEmpty()) {
                    return ConnectAnswer.refuse(noRoom);
                }
            }
        } catch (CompletionException e) {
            return ConnectAnswer.refuse(reason(e));
        }
        peer.attach(visitor);
        return ConnectAnswer.ACCEPT;
    }

    /// @param bound see [PlainVisitor#isBound]
    void connected(Peer peer, boolean bound) {
        if (peer.attachment() instanceof PlainHandshake visitor) {
            try {
                host.call(
                                state -> {
                                    enter(state, peer, visitor, bound);
                                    return true;
                                })
                        .join();
            } catch (CompletionException e) {
                // It comes again by itself, and may find the log readable then.
                peer.disconnect(reason(e));
            }
        }
    }

    private static String reason(CompletionException e) {
        return e.getCause() instanceof HearthException expected
                ? ErrorCode.told(expected.code()).wire()
                : ErrorCode.STORAGE.wire();
    }

    /// On the host loop: what the peer is sent from the log, and the live entries after it, are one
    /// step.
    private void enter(HostState state, Peer peer, PlainHandshake visitor, boolean bound) {
        Origin origin = Origins.of(peer.handshake());
        Person person = state.people().enterPlain(visitor.name(), origin);
        Asker asker = new Asker(person, origin, state.people().since(person.id()));
        Optional<Place> place =
                visitor.room()
                        .map(wish -> place(state, person, wish))
                        .orElse(Optional.of(Place.LOBBY));
        if (place.isEmpty()) {
            // It was there a moment ago, or they were banned from it.
            state.people().leave(person);
            peer.disconnect(ErrorCode.NO_ROOM.wire());
            return;
        }
        PlainVisitor inside = new PlainVisitor(asker, place.get(), bound);
        peer.attach(inside);
        watcher.connected(person, peer.handshake().from());
        company.add(person.id(), peer, ReaderKind.PLAIN);
        rooms.came(peer, inside);
        RoomId room = place.get().id();
        long now = host.lastSeq(room);
        feed.follow(state, peer, ReaderKind.PLAIN, room, visitor.after().orElse(now));
    }

    /// The public room that `person` calls `wish`, where they may be in it.
    static Optional<Place> place(HostState state, Person person, String wish) {
        return state.rooms()
                .named(wish)
                .filter(room -> state.rooms().isOpenTo(person.id(), room))
                .map(room -> new Place(room, state.rooms().name(room).orElse(wish)));
    }

    void writable(Peer peer) {
        leaving.drained(peer);
    }

    void disconnected(Peer peer, String reason) {
        if (peer.attachment() instanceof PlainVisitor visitor) {
            host.run(_ -> rooms.went(peer, visitor));
            leaving.left(peer, visitor.asker().person(), reason);
        }
    }
}
