package dev.hearth.client.link;

import java.net.URI;
import java.time.Duration;
import java.util.List;
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

    /// Connections of POSTs, used once. Some servers close a connection after each answer without
    /// saying so (netty-socketio, Python's wsgiref), and okhttp notices that only after ten idle
    /// seconds: a POST on such a connection would fail, and must not be repeated.
    private static final ConnectionPool FRESH = new ConnectionPool(0, 1, TimeUnit.MILLISECONDS);

    private final CallThreads threads = new CallThreads();
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
                        .cookieJar(new LinkCookies())
                        // A session is with one server: where that is, is found out before
                        // ([Redirect]).
                        .followRedirects(false)
                        .followSslRedirects(false)
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
        once = repeating.newBuilder().connectionPool(FRESH).retryOnConnectionFailure(false).build();
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

    /// Breaks whatever is open, and what the library begins later: it may go over to WebSocket in
    /// this moment, and that connection would stay open for ever.
    void close() {
        bounds.end();
        threads.close();
        POOL.evictAll();
        FRESH.evictAll();
    }

    /// Where the calls of one link run. It is never shut down: okhttp tells the library of a call
    /// that its executor refuses before `enqueue` returns, the library then sends a closing packet
    /// by a new call, and the two call each other until the stack overflows.
    ///
    /// Platform threads: looking up a name holds the thread that a virtual one rides on, and there
    /// are as few of those as processors. Two names that are not found would stop a host in this
    /// program.
    private final class CallThreads extends ThreadPoolExecutor {
        private volatile boolean closed;

        CallThreads() {
            super(
                    0,
                    Integer.MAX_VALUE,
                    5,
                    TimeUnit.SECONDS,
                    new SynchronousQueue<>(),
                    Thread.ofPlatform().daemon().name("hearth http").factory());
        }

        /// The dispatcher knows a call before its thread begins with it, so a call begun around
        /// [#close] is cancelled there or here.
        @Override
        protected void beforeExecute(Thread thread, Runnable call) {
            if (closed) {
                dispatcher.cancelAll();
            }
        }

        @Override
        public void close() {
            closed = true;
            dispatcher.cancelAll();
            setKeepAliveTime(0, TimeUnit.SECONDS);
        }
    }
}
