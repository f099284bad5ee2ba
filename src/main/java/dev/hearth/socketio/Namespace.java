package dev.hearth.socketio;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A namespace and the peers connected to it. Thread-safe. What one thread emits reaches each peer
/// in that order.
public final class Namespace {
    private final String name;
    private final NamespaceHandler handler;
    private final Set<SocketPeer> peers;

    /// Empty groups are removed.
    private final Map<String, Set<SocketPeer>> groups;

    Namespace(String name, NamespaceHandler handler) {
        this(name, handler, ConcurrentHashMap.newKeySet(), new ConcurrentHashMap<>());
    }

    private Namespace(
            String name,
            NamespaceHandler handler,
            Set<SocketPeer> peers,
            Map<String, Set<SocketPeer>> groups) {
        this.name = name;
        this.handler = handler;
        this.peers = peers;
        this.groups = groups;
    }

    /// The same for a client that calls it `otherName`: with its peers and groups.
    Namespace named(String otherName) {
        return new Namespace(otherName, handler, peers, groups);
    }

    public String name() {
        return name;
    }

    NamespaceHandler handler() {
        return handler;
    }

    /// The peers connected now; a copy.
    public Collection<Peer> peers() {
        return List.copyOf(peers);
    }

    int size() {
        return peers.size();
    }

    public void emit(OutboundEvent frame) {
        send(peers, null, frame);
    }

    public void emitExcept(Peer peer, OutboundEvent frame) {
        send(peers, peer, frame);
    }

    public void emitTo(String group, OutboundEvent frame) {
        send(groups.getOrDefault(group, Set.of()), null, frame);
    }

    public void emitToExcept(String group, Peer peer, OutboundEvent frame) {
        send(groups.getOrDefault(group, Set.of()), peer, frame);
    }

    private static void send(
            Set<SocketPeer> receivers, @Nullable Peer except, OutboundEvent frame) {
        for (SocketPeer peer : receivers) {
            if (peer != except) {
                peer.emit(frame);
            }
        }
    }

    void add(SocketPeer peer) {
        peers.add(peer);
    }

    void remove(SocketPeer peer, Set<String> joined) {
        peers.remove(peer);
        joined.forEach(group -> leave(peer, group));
    }

    void join(SocketPeer peer, String group) {
        groups.compute(
                group,
                (key, known) -> {
                    Set<SocketPeer> members = known == null ? ConcurrentHashMap.newKeySet() : known;
                    members.add(peer);
                    return members;
                });
    }

    void leave(SocketPeer peer, String group) {
        groups.computeIfPresent(
                group,
                (key, members) -> {
                    members.remove(peer);
                    return members.isEmpty() ? null : members;
                });
    }
}
