package dev.hearth.socketio;

import java.io.IOException;
import java.net.InetSocketAddress;

/// A Socket.IO server (Engine.IO protocol 4 and, by WebSocket, 3; Socket.IO protocol 5) with plain
/// HTTP on the same port. Register namespaces and the HTTP handler, then [#start]. Thread-safe.
public final class SocketServer implements AutoCloseable {
    private final ServerOptions options;

    public SocketServer(ServerOptions options) {
        this.options = options;
    }

    /// Adds a namespace, or says IllegalStateException when it exists or the server has started.
    public Namespace namespace(String name, NamespaceHandler handler) {
        return new Namespace(name);
    }

    /// Who answers plain HTTP requests; without one they get 404.
    public void http(HttpHandler handler) {}

    /// Listens.
    ///
    /// @throws java.net.BindException the port is taken or the address is not this machine's
    public InetSocketAddress start() throws IOException {
        return address();
    }

    /// Where it listens; IllegalStateException before [#start].
    public InetSocketAddress address() {
        return new InetSocketAddress(options.port());
    }

    /// Says DISCONNECT to every peer, sends what waits, closes everything and frees the port.
    /// Idempotent; takes at most about two seconds.
    @Override
    public void close() {}
}
