package dev.hearth.gateway;

import dev.hearth.gateway.PlainVisitor.Place;
import dev.hearth.host.ChatHost;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Person;
import dev.hearth.protocol.Events;
import dev.hearth.socketio.Ack;
import dev.hearth.socketio.ConnectAnswer;
import dev.hearth.socketio.NamespaceHandler;
import dev.hearth.socketio.PayloadRules;
import dev.hearth.socketio.Peer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The namespace `/`: the chat of every Socket.IO tutorial, one more way into `#lobby`, and into
/// other public rooms for clients that name one (wire.md, "the plain chat").
///
/// Everybody gets exactly what the tutorial's server sends.
final class PlainNamespace implements NamespaceHandler {
    /// Texts only: a tree or an attachment is refused without being made.
    static final PayloadRules TEXTS = new PayloadRules(1, false);

    private final ChatHost host;
    private final PlainEntrance entrance;
    private final PlainPosts posts;

    PlainNamespace(ChatHost host, PlainEntrance entrance, PlainPosts posts) {
        this.host = host;
        this.entrance = entrance;
        this.posts = posts;
    }

    @Override
    public PayloadRules payloads() {
        return TEXTS;
    }

    @Override
    public ConnectAnswer connecting(Peer peer, @Nullable Object auth) {
        PlainHandshake visitor = PlainHandshake.of(auth);
        return entrance.connecting(
                peer, visitor, RoomSite.noRoom(visitor.room().orElse("")).sentence());
    }

    @Override
    public void connected(Peer peer) {
        entrance.connected(peer, false);
    }

    @Override
    public void event(Peer peer, String name, List<@Nullable Object> arguments, Ack ack) {
        switch (name) {
            case Events.CHAT_MESSAGE -> posts.message(peer, arguments, ack);
            case Events.JOIN_ROOM -> join(peer, arguments, ack);
            case Events.LEAVE_ROOM -> go(peer, Optional.empty(), OptionalLong.empty(), ack);
            default -> posts.refuseUnknown(peer, ack, name);
        }
    }

    private void join(Peer peer, List<@Nullable Object> arguments, Ack ack) {
        if (arguments.isEmpty() || !(arguments.getFirst() instanceof String wish)) {
            PlainPosts.refuse(ack, ErrorCode.MALFORMED, "A room is joined by its name.");
            return;
        }
        OptionalLong after =
                arguments.size() > 1
                        ? PlainHandshake.number(arguments.get(1))
                        : OptionalLong.empty();
        go(peer, Optional.of(wish), after, ack);
    }

    /// @param wish the name of a room; empty for `#lobby`
    private void go(Peer peer, Optional<String> wish, OptionalLong after, Ack ack) {
        if (!(peer.attachment() instanceof PlainVisitor visitor)
                || !posts.keepPace(peer, visitor.asker(), wish.orElse(""))) {
            return;
        }
        Person person = visitor.asker().person();
        PlainRooms rooms = entrance.rooms();
        var _ =
                host.call(
                                state -> {
                                    Optional<Place> place =
                                            wish.map(
                                                            name ->
                                                                    PlainEntrance.place(
                                                                            state, person, name))
                                                    .orElse(Optional.of(Place.LOBBY));
                                    place.ifPresent(
                                            to ->
                                                    rooms.go(
                                                            state,
                                                            peer,
                                                            visitor,
                                                            to,
                                                            after.orElse(host.lastSeq(to.id()))));
                                    return place;
                                })
                        .thenAccept(place -> went(ack, wish, place))
                        .whenComplete(
                                (_, failure) -> {
                                    if (failure != null) {
                                        PlainPosts.answer(ack, failure);
                                    }
                                });
    }

    private static void went(Ack ack, Optional<String> wish, Optional<Place> place) {
        if (place.isPresent()) {
            ack.send(Map.of("room", place.get().name()));
        } else {
            PlainPosts.refuse(ack, ErrorCode.NO_ROOM, RoomSite.noRoom(wish.orElse("")).sentence());
        }
    }

    @Override
    public void writable(Peer peer) {
        entrance.writable(peer);
    }

    @Override
    public void disconnected(Peer peer, String reason) {
        entrance.disconnected(peer, reason);
    }
}
