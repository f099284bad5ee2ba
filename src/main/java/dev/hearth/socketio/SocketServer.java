package dev.hearth.socketio;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A Socket.IO server (Engine.IO protocol 4 and, by WebSocket, 3; Socket.IO protocol 5) with plain
/// HTTP on the same port. Register namespaces and the HTTP handler, then [#start]. Thread-safe.
public final class SocketServer implements AutoCloseable {
    private static final long FAREWELL = 1_000;

    private final ServerOptions options;
    private final String path;
    private final Counters counters = new Counters();
    private final Map<String, Namespace> namespaces = new ConcurrentHashMap<>();
    private final ExecutorService executor =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("socketio-", 0).factory());
    private final MemoryBudget budget;
    private final Sessions sessions;
    private @Nullable HttpHandler http;
    private @Nullable ListeningServer frame;
    private @Nullable InetSocketAddress address;
    private boolean closed;

    public SocketServer(ServerOptions options) {
        this(options, Timings.DEFAULT, "/socket.io", Connection::new);
    }

    /// @param path of Engine.IO
    /// @param messages what lives on its sessions
    SocketServer(ServerOptions options, Timings timings, String path, Messages.Factory messages) {
        this.options = options;
        this.path = path;
        this.budget =
                new MemoryBudget(
                        options.sizes().memoryBudget() > 0
                                ? options.sizes().memoryBudget()
                                : Runtime.getRuntime().maxMemory() / Sizes.PART_OF_HEAP,
                        counters);
        this.sessions =
                new Sessions(options, timings, counters, budget, executor, namespaces, messages);
    }

    /// Adds a namespace, or says IllegalStateException when it exists or the server has started.
    public synchronized Namespace namespace(String name, NamespaceHandler handler) {
        requireNotStarted();
        if (!name.startsWith("/")) {
            throw new IllegalArgumentException("a namespace begins with /: " + name);
        }
        Namespace namespace = new Namespace(name, handler);
        if (namespaces.putIfAbsent(name, namespace) != null) {
            throw new IllegalStateException("exists already: " + name);
        }
        return namespace;
    }

    /// Who answers plain HTTP requests; without one they get 404.
    public synchronized void http(HttpHandler handler) {
        requireNotStarted();
        http = handler;
    }

    private void requireNotStarted() {
        if (frame != null || closed) {
            throw new IllegalStateException("the server has started");
        }
    }

    /// Listens. A server that failed to start may be started again.
    ///
    /// @throws TooLittleMemory the heap of this JVM is too small
    /// @throws java.net.BindException the port is taken or the address is not this machine's
    public synchronized InetSocketAddress start() throws IOException {
        requireNotStarted();
        options.sizes().checkFits(Runtime.getRuntime().maxMemory());
        Guard guard = new Guard(options.access(), counters);
        EngineEndpoint engine = new EngineEndpoint(path, sessions);
        Pipeline pipeline =
                new Pipeline(
                        new Pipeline.Doors(
                                guard,
                                engine,
                                new HttpEndpoint(http, executor, sessions.failures()),
                                new BodyRules(guard, engine, http, options.maxPayload())),
                        sessions);
        ListeningServer made = ListeningServer.of(options, pipeline, sessions);
        InetSocketAddress bound = made.listen();
        frame = made;
        address = bound;
        return bound;
    }

    /// Where it listens; IllegalStateException before [#start].
    public synchronized InetSocketAddress address() {
        if (address == null) {
            throw new IllegalStateException("the server has not started");
        }
        return address;
    }

    /// What the server holds and has done. Any thread.
    public Gauges gauges() {
        return new Gauges(
                counters.channels.sum(),
                sessions.size(),
                namespaces.values().stream().mapToLong(Namespace::size).sum(),
                counters.timers.sum(),
                sessions.pendingBytes(),
                budget.used(),
                counters.sessionsOpened.sum(),
                counters.encodings.sum(),
                counters.flushes.sum(),
                counters.refused(),
                counters.closed());
    }

    /// Sends what waits, closes every connection and frees the port. No peer is told DISCONNECT, so
    /// that clients look for the server again; handlers get `server shutting down`. Idempotent;
    /// takes at most about two seconds.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (frame != null) {
            frame.stopListening();
            sessions.close("server shutting down");
            awaitFarewells();
        }
        sessions.abort();
        executor.shutdown();
        awaitHandlers();
        if (frame != null) {
            frame.halt();
        }
    }

    /// Peers that read get their farewell in milliseconds; nobody is waited for longer than this.
    private void awaitFarewells() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FAREWELL / 2);
        try {
            while (sessions.size() > 0 && System.nanoTime() < end) {
                Thread.sleep(5);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitHandlers() {
        try {
            if (!executor.awaitTermination(FAREWELL / 2, TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
