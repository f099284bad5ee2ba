package dev.hearth.socketio;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The server that the official test suites of Engine.IO and Socket.IO ask for: `java -cp
/// "target/test-classes:target/hearth/lib/*" dev.hearth.socketio.ConformanceServer [port]`.
public final class ConformanceServer {
    private ConformanceServer() {}

    public static void main(String[] arguments) throws IOException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3000;
        SocketServer server =
                new SocketServer(
                        ServerOptions.defaults()
                                .withBind(null, port)
                                .withHeartbeat(Duration.ofMillis(300), Duration.ofMillis(200))
                                .withConnectTimeout(Duration.ofSeconds(1)));
        server.namespace("/", new Echo());
        server.namespace("/custom", new Echo());
        System.out.println("listening on " + server.start());
    }

    private static final class Echo implements NamespaceHandler {
        @Override
        public ConnectAnswer connecting(Peer peer, @Nullable Object auth) {
            peer.attach(Objects.requireNonNullElse(auth, Map.of()));
            return ConnectAnswer.ACCEPT;
        }

        @Override
        public void connected(Peer peer) {
            peer.emit("auth", peer.attachment());
        }

        @Override
        public void event(Peer peer, String name, List<@Nullable Object> arguments, Ack ack) {
            switch (name) {
                case "message" -> peer.emit("message-back", arguments.toArray());
                case "message-with-ack" -> ack.send(arguments.toArray());
                default -> {}
            }
        }

        @Override
        public void disconnected(Peer peer, String reason) {}
    }
}
