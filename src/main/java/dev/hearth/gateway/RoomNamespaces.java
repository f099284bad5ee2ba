package dev.hearth.gateway;

import dev.hearth.protocol.Events;
import dev.hearth.socketio.Ack;
import dev.hearth.socketio.ConnectAnswer;
import dev.hearth.socketio.NamespaceHandler;
import dev.hearth.socketio.PayloadRules;
import dev.hearth.socketio.Peer;
import dev.hearth.socketio.http.QueryString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The namespaces `/rooms/NAME`: the plain chat in one public room (wire.md). A room has its
/// namespace from its beginning to its end, under the name that it has: nothing is kept for it, it
/// is looked up when somebody asks.
final class RoomNamespaces implements NamespaceHandler {
    /// As Node's server refuses a namespace.
    private static final String UNKNOWN = "Invalid namespace";

    private final PlainEntrance entrance;
    private final PlainPosts posts;

    RoomNamespaces(PlainEntrance entrance, PlainPosts posts) {
        this.entrance = entrance;
        this.posts = posts;
    }

    @Override
    public PayloadRules payloads() {
        return PlainNamespace.TEXTS;
    }

    @Override
    public ConnectAnswer connecting(Peer peer, @Nullable Object auth) {
        String encoded = peer.namespace().name().substring(Events.ROOMS_NAMESPACE.length());
        PlainHandshake visitor = PlainHandshake.of(auth).into(QueryString.decoded(encoded));
        return entrance.connecting(peer, visitor, UNKNOWN);
    }

    @Override
    public void connected(Peer peer) {
        entrance.connected(peer, true);
    }

    @Override
    public void event(Peer peer, String name, List<@Nullable Object> arguments, Ack ack) {
        if (name.equals(Events.CHAT_MESSAGE)) {
            posts.message(peer, arguments, ack);
        } else {
            posts.refuseUnknown(peer, ack, name);
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
