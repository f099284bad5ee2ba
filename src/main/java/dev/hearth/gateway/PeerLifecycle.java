package dev.hearth.gateway;

import dev.hearth.host.ChatHost;
import dev.hearth.model.Person;
import dev.hearth.socketio.Peer;

/// What both namespaces do with connections that were let in. Any thread.
final class PeerLifecycle {
    private final ChatHost host;
    private final RoomFanOut feed;
    private final ConnectedPeers company;
    private final HostWatcher watcher;

    PeerLifecycle(ChatHost host, RoomFanOut feed, ConnectedPeers company, HostWatcher watcher) {
        this.host = host;
        this.feed = feed;
        this.company = company;
        this.watcher = watcher;
    }

    /// `peer` can take more.
    void drained(Peer peer) {
        host.run(state -> feed.drained(state, peer));
    }

    /// One connection of `person` is gone.
    void left(Peer peer, Person person, String reason) {
        host.run(
                state -> {
                    feed.forget(peer);
                    company.remove(person.id(), peer);
                    state.people().leave(person);
                    watcher.disconnected(person, reason);
                });
    }
}
