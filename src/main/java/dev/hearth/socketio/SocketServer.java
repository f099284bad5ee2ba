package dev.hearth.socketio;

import dev.hearth.socketio.engine.EngineEndpoint;
import dev.hearth.socketio.engine.EngineOptions;
import dev.hearth.socketio.engine.Messages;
import dev.hearth.socketio.engine.Sessions;
import dev.hearth.socketio.http.AddressLedger;
import dev.hearth.socketio.http.BodyRules;
import dev.hearth.socketio.http.Counters;
import dev.hearth.socketio.http.Failures;
import dev.hearth.socketio.http.Guard;
import dev.hearth.socketio.http.HttpEndpoint;
import dev.hearth.socketio.http.HttpHandler;
import dev.hearth.socketio.http.HttpHandlers;
import dev.hearth.socketio.http.LastResort;
import dev.hearth.socketio.http.MemoryBudget;
import dev.hearth.socketio.http.Timings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A Socket.IO server (Engine.IO protocol 4 and, by WebSocket, 3; Socket.IO protocol 5) with plain
/// HTTP on the same port. Register namespaces and the HTTP handler, then [#start]. Thread-safe.
public final class SocketServer implements AutoCloseable {
    private static final long FAREWELL = 1_000;

    private final ServerOptions options;
    private final String path;
    private final Counters counters = new Counters();
    private final Namespaces namespaces = new Namespaces();
    private final ExecutorService executor =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("socketio-", 0).factory());
    private final MemoryBudget budget;
    private final Failures failures;
    private final LongAdder encodings = new LongAdder();
    private final Sessions sessions;
    private @Nullable HttpHandler http;
    private @Nullable ListeningServer frame;
    private @Nullable InetSocketAddress address;
    private boolean closed;

    public SocketServer(ServerOptions options) {
        this(options, Timings.DEFAULT);
    }

    SocketServer(ServerOptions options, Timings timings) {
        this(
                options,
                timings,
                "/socket.io",
                context -> session -> new Connection(session, context));
    }

    /// @param path of Engine.IO
    /// @param messages makes what lives on its sessions
    SocketServer(
            ServerOptions options,
            Timings timings,
            String path,
            Function<ServerContext, Messages.Factory> messages) {
        this.options = options;
        this.path = path;
        this.failures = new Failures(options.failures());
        this.budget = new MemoryBudget(options.sizes().budget(), counters);
        Rates rates = options.rates();
        this.sessions =
                new Sessions(
                        new EngineOptions(
                                options.pulse(),
                                options.maxPayload(),
                                options.sizes().highWaterMark(),
                                options.sizes().maxPendingBytes()),
                        timings,
                        counters,
                        budget,
                        new AddressLedger(
                                rates.connectionsPerAddress(),
                                rates.sessionsPerAddress(),
                                rates.connectsPerAddress()),
                        executor,
                        failures,
                        messages.apply(new ServerContext(options, namespaces, encodings)));
    }

    /// Adds a namespace, or says IllegalStateException when it exists or the server has started.
    public synchronized Namespace namespace(String name, NamespaceHandler handler) {
        requireNotStarted();
        Namespace namespace = new Namespace(name, handler);
        namespaces.add(namespace);
        return namespace;
    }

    /// Adds every namespace whose name begins with `prefix` and goes on. The handler says which of
    /// them exist: it refuses the others. A peer's [Peer#namespace] has the name that it asked for.
    public synchronized void namespaces(String prefix, NamespaceHandler handler) {
        requireNotStarted();
        namespaces.addFamily(new Namespace(prefix, handler));
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
        LastResort lastResort = new LastResort(failures);
        Pipeline pipeline = new Pipeline(handlers(lastResort), sessions, options.front());
        ListeningServer made = ListeningServer.of(options, pipeline, failures, lastResort);
        InetSocketAddress bound = made.listen();
        frame = made;
        address = bound;
        return bound;
    }

    private HttpHandlers handlers(LastResort lastResort) {
        Guard guard = new Guard(options.access(), counters);
        EngineEndpoint engine = new EngineEndpoint(path, sessions);
        HttpHandlers.Shared shared =
                new HttpHandlers.Shared(
                        options.front(),
                        guard,
                        engine,
                        new HttpEndpoint(http, executor, failures),
                        new BodyRules(guard, engine, http, options.maxPayload()),
                        lastResort);
        return new HttpHandlers(shared, sessions.timings(), counters, failures);
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
                counters.channels().sum(),
                sessions.size(),
                namespaces.size(),
                counters.timers().sum(),
                sessions.pendingBytes(),
                budget.used(),
                sessions.opened(),
                encodings.sum(),
                counters.flushes().sum(),
                counters.received().sum(),
                counters.sent().sum(),
                counters.refused(),
                sessions.closed());
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
