package dev.hearth.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.WebSocket;

/// The HTTP side of one [Link]: its calls run on threads that end with it.
///
/// The connection pool is shared by all links, because okhttp keeps a thread per pool that has
/// connections; it drops idle ones before Node's servers do (5 s), so that no request meets a
/// connection that is being closed. Thread-safe.
final class LinkHttp {
    /// Shorter than what a person waits for a diagnosis (5 s).
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

    private static final ConnectionPool POOL = new ConnectionPool(8, 4, TimeUnit.SECONDS);

    /// Platform threads: looking up a name holds the thread that a virtual one rides on, and there
    /// are as few of those as processors. Two names that are not found would stop a host in this
    /// program.
    private final ExecutorService threads =
            new ThreadPoolExecutor(
                    0,
                    Integer.MAX_VALUE,
                    5,
                    TimeUnit.SECONDS,
                    new SynchronousQueue<>(),
                    Thread.ofPlatform().daemon().name("hearth http").factory());

    private final Dispatcher dispatcher = new Dispatcher(threads);
    private final LinkBounds bounds;
    private final OkHttpClient repeating;
    private final OkHttpClient once;

    /// For a question that no chat waits for.
    LinkHttp(URI address) {
        this(address, new LinkBounds(Runnable::run));
    }

    LinkHttp(URI address, LinkBounds bounds) {
        this.bounds = bounds;
        Endpoint server = Endpoint.of(address);
        OkHttpClient.Builder builder =
                new OkHttpClient.Builder()
                        .dispatcher(dispatcher)
                        .connectionPool(POOL)
                        .connectTimeout(CONNECT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                        // A poll is open as long as nothing happens; silence is noticed by the
                        // ping.
                        .readTimeout(0, TimeUnit.MILLISECONDS)
                        .writeTimeout(20, TimeUnit.SECONDS);
        bounds.apply(builder, server.zone());
        if (!server.secure()) {
            // Otherwise okhttp reads the certificates of the whole world for nothing.
            builder.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
        }
        repeating = builder.build();
        once = repeating.newBuilder().retryOnConnectionFailure(false).build();
    }

    OkHttpClient client() {
        return repeating;
    }

    /// @param broken is run, on some thread, when a WebSocket that was open is not any more
    WebSocket.Factory webSockets(Runnable broken) {
        return (request, listener) ->
                repeating.newWebSocket(request, new WatchedWebSocket(listener, bounds, broken));
    }

    /// A POST that fails half-way is not sent a second time: it holds messages.
    Call.Factory calls() {
        return request -> ("POST".equals(request.method()) ? once : repeating).newCall(request);
    }

    /// Runs `task` once, on some thread, when no call is open or waiting.
    void whenIdle(Runnable task) {
        AtomicBoolean ran = new AtomicBoolean();
        Runnable once =
                () -> {
                    if (ran.compareAndSet(false, true)) {
                        task.run();
                    }
                };
        dispatcher.setIdleCallback(once);
        if (dispatcher.runningCallsCount() + dispatcher.queuedCallsCount() == 0) {
            once.run();
        }
    }

    /// Breaks whatever is still open. The threads first: what the library begins in this moment (it
    /// may just go over to WebSocket) would be open for ever if it came after the breaking.
    void close() {
        bounds.end();
        threads.shutdown();
        dispatcher.cancelAll();
        POOL.evictAll();
    }
}
