package dev.hearth.socketio;

import dev.hearth.socketio.http.Timings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/// A server on a free port of loopback with a [Recorder] in `/`.
public final class Fixture implements AutoCloseable {
    public static final ServerOptions OPTIONS = ServerOptions.defaults().withBind("127.0.0.1", 0);

    final Recorder handler;
    final SocketServer server;
    final Namespace root;
    final int port;

    Fixture() {
        this(OPTIONS);
    }

    Fixture(ServerOptions options) {
        this(options, Timings.DEFAULT, new Recorder());
    }

    Fixture(ServerOptions options, Timings timings, Recorder handler) {
        this.handler = handler;
        server = new SocketServer(options, timings);
        root = server.namespace("/", handler);
        server.namespace("/other", new Recorder());
        try {
            port = server.start().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Short deadlines for upgrades and farewells.
    static Timings hasty() {
        Duration soon = Duration.ofMillis(200);
        Duration late = Duration.ofSeconds(10);
        return new Timings(late, late, late, soon, soon);
    }

    Peer peer() {
        return java.util.Objects.requireNonNull(handler.peers.peek());
    }

    Gauges gauges() {
        return server.gauges();
    }

    @Override
    public void close() {
        server.close();
    }
}
