package dev.hearth.socketio;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// A handler that echoes, and writes down what it is told.
class Recorder implements NamespaceHandler {
    final Queue<String> log = new ConcurrentLinkedQueue<>();
    final Queue<Peer> peers = new ConcurrentLinkedQueue<>();

    @Override
    public ConnectAnswer connecting(Peer peer, @Nullable Object auth) {
        log.add("connecting " + auth);
        return ConnectAnswer.ACCEPT;
    }

    @Override
    public void connected(Peer peer) {
        log.add("connected");
        peers.add(peer);
    }

    @Override
    public void event(Peer peer, String name, List<@Nullable Object> arguments, Ack ack) {
        switch (name) {
            case "echo" -> {
                ack.send(arguments.toArray());
                peer.emit("echo", arguments.toArray());
            }
            case "burst" -> {
                int count = ((Number) arguments.getFirst()).intValue();
                for (int i = 0; i < count; i++) {
                    peer.emit("numbered", i);
                }
            }
            default -> {
                log.add(name + " " + arguments);
                ack.send(arguments.toArray());
            }
        }
    }

    @Override
    public void disconnected(Peer peer, String reason) {
        log.add("disconnected " + reason);
        peers.remove(peer);
    }
}
