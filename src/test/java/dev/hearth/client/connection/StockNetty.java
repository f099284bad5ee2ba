package dev.hearth.client.connection;

import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketIOServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A chat of netty-socketio as it comes, on a port of this machine: what comes in goes out to
/// everyone. Thread-safe.
final class StockNetty implements AutoCloseable {
    private final SocketIOServer server;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    StockNetty() throws IOException {
        Configuration configuration = new Configuration();
        configuration.setHostname("127.0.0.1");
        configuration.setPort(free());
        server = new SocketIOServer(configuration);
        server.addEventListener(
                "chat message",
                String.class,
                (_, text, _) -> {
                    heard.add(text);
                    server.getBroadcastOperations().sendEvent("chat message", text);
                });
        server.start();
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getConfiguration().getPort());
    }

    List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        server.stop();
    }
}
