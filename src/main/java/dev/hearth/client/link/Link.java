package dev.hearth.client.link;

import dev.hearth.client.JoinRequest;
import io.socket.client.Ack;
import io.socket.client.Manager;
import io.socket.client.Socket;
import io.socket.engineio.client.transports.Polling;
import io.socket.engineio.client.transports.WebSocket;
import io.socket.thread.EventThread;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One connection to a server, from opening to its end; never opened twice.
///
/// socket.io-client can reconnect by itself, but it then sends again whatever was handed to it
/// while it was away (which doubles messages), stops for ever after a CONNECT_ERROR, and starts a
/// timer thread for each try. So each try is a Manager and a Socket of its own that nothing of an
/// earlier try can reach, and when to try is the chat's to decide.
///
/// What happens is told on the chat's loop. Methods may be called from any thread.
public final class Link {
    /// What happens to a link. After `ended` nothing more is told, and it is to be closed.
    public interface Listener {
        void opened(Link link);

        void heard(Link link, String event, List<@Nullable Object> arguments);

        void ended(Link link, LinkEnd how);

        /// Something came that is not read, for the first time on this link.
        void leftOut(Link link);
    }

    private static final Duration NOTICED_WITHIN = Duration.ofMillis(200);
    private static final Duration GOODBYE = Duration.ofSeconds(1);

    private final ChatLoop loop;
    private final Listener listener;
    private final LinkBounds bounds;
    private final LinkHttp http;
    private final Socket socket;
    // Confined to the loop.
    private boolean over;
    private boolean opened;
    private boolean leftSomethingOut;

    public Link(JoinRequest request, Opening opening, ChatLoop loop, Listener listener) {
        this.loop = loop;
        this.listener = listener;
        // What the library has read goes through its event thread first, and then the chat's loop.
        bounds = new LinkBounds(task -> EventThread.nextTick(() -> loop.run(task)));
        http = new LinkHttp(request.server(), bounds);
        Manager.Options options = options(request, opening);
        socket = new Manager(options).socket(opening.namespace(), options);
        socket.on(Socket.EVENT_CONNECT, _ -> tell(this::opened));
        socket.on(Socket.EVENT_CONNECT_ERROR, arguments -> end(LinkEnd.ofConnectError(arguments)));
        socket.on(Socket.EVENT_DISCONNECT, arguments -> end(new LinkEnd.Cut(reason(arguments))));
        socket.onAnyIncoming(this::hear);
    }

    public void open() {
        socket.open();
    }

    /// Sends an event, or nothing when the connection is gone by then.
    ///
    /// @param acknowledged gets the arguments of the acknowledgement, on the loop
    public void emit(
            String event, Object[] arguments, Consumer<List<@Nullable Object>> acknowledged) {
        socket.emit(
                event,
                Tree.json(arguments),
                (Ack) answer -> tell(() -> acknowledged.accept(Tree.of(answer))));
    }

    /// Sends an event that nobody answers. One that could be would be remembered until it is.
    public void say(String event, Object... arguments) {
        socket.emit(event, Tree.json(arguments));
    }

    /// Ends, telling the listener nothing more. On the loop.
    ///
    /// @param gone is run once on some thread, when the server has been told and everything is
    ///   closed, or broken because that took longer than a second
    public void close(Runnable gone) {
        over = true;
        bounds.end();
        AtomicBoolean ended = new AtomicBoolean();
        Runnable end =
                () -> {
                    if (ended.compareAndSet(false, true)) {
                        http.close();
                        gone.run();
                    }
                };
        // The manager says so after its last request has been handed over.
        socket.io().once(Manager.EVENT_CLOSE, _ -> http.whenIdle(end));
        socket.close();
        Thread.startVirtualThread(
                () -> {
                    sleep(opened ? GOODBYE : Duration.ZERO);
                    end.run();
                });
    }

    private String reason(@Nullable Object... arguments) {
        if (bounds.arePassed()) {
            return LinkEnd.TOO_MUCH;
        }
        return arguments.length == 0 ? "" : String.valueOf(arguments[0]);
    }

    private void opened() {
        opened = true;
        listener.opened(this);
    }

    private void hear(@Nullable Object... arguments) {
        if (arguments[0] instanceof String event) {
            List<@Nullable Object> all = Tree.of(arguments);
            tell(() -> listener.heard(this, event, all.subList(1, all.size())));
        }
    }

    private void leftOut() {
        tell(
                () -> {
                    if (!leftSomethingOut) {
                        leftSomethingOut = true;
                        listener.leftOut(this);
                    }
                });
    }

    private void end(LinkEnd how) {
        tell(
                () -> {
                    over = true;
                    listener.ended(this, how);
                });
    }

    /// The library knows better why, if it notices at all.
    private void broken() {
        loop.run(
                () ->
                        loop.after(
                                NOTICED_WITHIN,
                                () -> end(new LinkEnd.Cut(reason("transport error")))));
    }

    private void tell(Runnable what) {
        loop.run(
                () -> {
                    if (!over) {
                        what.run();
                    }
                });
    }

    private Manager.Options options(JoinRequest request, Opening opening) {
        Endpoint server = Endpoint.of(request.server());
        Manager.Options options = new Manager.Options();
        options.hostname = server.host();
        options.port = server.port();
        options.secure = server.secure();
        options.path = server.socketIoPath();
        options.reconnection = false;
        // The time limit is the chat's: the library's costs a thread.
        options.timeout = -1;
        options.transports =
                switch (request.transports()) {
                    case DEFAULT -> new String[] {Polling.NAME, WebSocket.NAME};
                    case POLLING_ONLY -> new String[] {Polling.NAME};
                    case WEBSOCKET_ONLY -> new String[] {WebSocket.NAME};
                };
        options.callFactory = http.calls();
        options.webSocketFactory = http.webSockets(this::broken);
        options.decoder = new CarefulDecoder(this::leftOut);
        options.auth = textsAndNumbers(opening.auth());
        options.query = opening.query().isEmpty() ? null : opening.query();
        return options;
    }

    // The library declares texts only, but writes whatever is in the map as JSON.
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Map<String, String> textsAndNumbers(Map<String, Object> auth) {
        return (Map<String, String>) (Map) auth;
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
