package dev.hearth.client.connection;

import dev.hearth.socketio.Ack;
import dev.hearth.socketio.ConnectAnswer;
import dev.hearth.socketio.NamespaceHandler;
import dev.hearth.socketio.Peer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A chat server of its own kind: see [ThirdDialectTest]. Thread-safe.
final class Shouting implements NamespaceHandler {
    /// A text that it does not acknowledge.
    static final String UNANSWERED = "unanswered";

    private final Set<Peer> peers = ConcurrentHashMap.newKeySet();
    private final List<String> shouts;

    /// @param shouts gets every text
    Shouting(List<String> shouts) {
        this.shouts = shouts;
    }

    @Override
    public ConnectAnswer connecting(Peer peer, @Nullable Object auth) {
        return ConnectAnswer.ACCEPT;
    }

    @Override
    public void connected(Peer peer) {
        peers.add(peer);
    }

    @Override
    public void event(Peer peer, String name, List<@Nullable Object> arguments, Ack ack) {
        if (name.equals("shout") && arguments.getFirst() instanceof Map<?, ?> map) {
            String text = String.valueOf(map.get("text"));
            shouts.add(text);
            if (!text.equals(UNANSWERED)) {
                ack.send(Map.of("ok", true));
            }
            peers.stream()
                    .filter(each -> !each.equals(peer))
                    .forEach(each -> each.emit("shouted", Map.of("text", text)));
        }
    }

    @Override
    public void disconnected(Peer peer, String reason) {
        peers.remove(peer);
    }
}
