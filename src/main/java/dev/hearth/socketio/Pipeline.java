package dev.hearth.socketio;

import dev.hearth.socketio.engine.PostTracker;
import dev.hearth.socketio.engine.Sessions;
import dev.hearth.socketio.http.Account;
import dev.hearth.socketio.http.Channels;
import dev.hearth.socketio.http.ClientAddress;
import dev.hearth.socketio.http.Counters;
import dev.hearth.socketio.http.Front;
import dev.hearth.socketio.http.HttpHandlers;
import dev.hearth.socketio.http.TrafficCounter;
import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Takes each new connection in or refuses it, and gives it its handlers. Thread-safe.
final class Pipeline {
    /// What a connection costs before it has said anything, about: its handlers, buffers and
    /// headers.
    private static final long BASE = 16 * 1024;

    private final HttpHandlers handlers;
    private final Sessions sessions;
    private final TrafficCounter traffic;
    private final ClientAddress clients;

    /// Open connections; once the group is closed, it closes a late one as it comes.
    private final ChannelGroup connections =
            new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);

    Pipeline(HttpHandlers handlers, Sessions sessions, Front front) {
        this.handlers = handlers;
        this.sessions = sessions;
        this.clients = front.clients();
        this.traffic = new TrafficCounter(sessions.counters());
    }

    /// Closes every connection. An event loop that has to end at once may end without closing what
    /// is registered with it (Netty looks before it decides to end, not after), and those sockets
    /// would then stay open for ever.
    void closeConnections() {
        connections.close().awaitUninterruptibly(1, TimeUnit.SECONDS);
    }

    /// On the connection's event loop.
    void open(Channel channel) {
        connections.add(channel);
        InetAddress address = address(channel);
        if (!sessions.budget().hasRoomForConnection(BASE)) {
            refuse(channel, "memory");
        } else if (!sessions.addresses().openConnection(address)) {
            refuse(channel, "too many connections");
        } else {
            channel.closeFuture().addListener(_ -> sessions.addresses().closeConnection(address));
            install(channel);
        }
    }

    private void refuse(Channel channel, String reason) {
        sessions.counters().refuse(reason);
        Channels.close(channel);
    }

    private @Nullable InetAddress address(Channel channel) {
        return channel.remoteAddress() instanceof InetSocketAddress remote
                ? clients.of(remote)
                : null;
    }

    private void install(Channel channel) {
        Counters counters = sessions.counters();
        counters.channels().increment();
        Account account = sessions.budget().open(BASE, () -> Channels.closeSoon(channel));
        channel.closeFuture()
                .addListener(
                        _ -> {
                            counters.channels().decrement();
                            account.close();
                        });
        channel.pipeline().addLast(traffic);
        handlers.install(channel, account, new PostTracker(channel, sessions));
    }
}
