package dev.hearth.socketio;

import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketIOChannelInitializer;
import com.corundumstudio.socketio.namespace.NamespacesHub;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What stands on each connection: netty-socketio's frame with our own handlers in it, under its
/// names. See docs/decisions/0002-netty-socketio.md for what each replaces and why.
final class Pipeline extends SocketIOChannelInitializer {
    private static final String CLOCK = "requestClock";
    private static final String TURN = "httpTurn";
    private static final String GUARD = "guard";
    private static final String LAST = "lastResort";

    /// The shared handlers, made when the server starts.
    record Doors(Guard guard, EngineEndpoint engine, HttpEndpoint plain, BodyRules bodies) {}

    /// What a connection costs before it has said anything, about: its handlers, buffers and
    /// headers.
    private static final long BASE = 16 * 1024;

    private final Doors doors;
    private final Sessions sessions;

    /// Open connections; once it is closed, a late one is closed as it comes.
    private final ChannelGroup connections =
            new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);

    private HttpDecoderConfig decoding = new HttpDecoderConfig();

    Pipeline(Doors doors, Sessions sessions) {
        this.doors = doors;
        this.sessions = sessions;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        // The frame would tell its scheduler, which we do not use.
    }

    @Override
    public void start(Configuration configuration, NamespacesHub namespacesHub) {
        // Makes handlers that we leave out, but also what stop() has to release.
        super.start(configuration, namespacesHub);
        decoding = configuration.getHttpDecoderConfig();
    }

    /// Closes every connection. An event loop that is told to end at once may end without closing
    /// what is registered with it (Netty looks before it decides to end, not after), and those
    /// sockets would then stay open for ever.
    void closeConnections() {
        connections.close().awaitUninterruptibly(1, TimeUnit.SECONDS);
    }

    @Override
    protected void initChannel(Channel channel) {
        connections.add(channel);
        InetAddress address = address(channel);
        if (!sessions.budget().hasRoomForConnection(BASE)) {
            refuse(channel, "memory");
        } else if (!sessions.addresses().openConnection(address)) {
            refuse(channel, "too many connections");
        } else {
            channel.closeFuture().addListener(_ -> sessions.addresses().closeConnection(address));
            addSocketioHandlers(channel.pipeline());
        }
    }

    private void refuse(Channel channel, String reason) {
        sessions.counters().refuse(reason);
        Channels.close(channel);
    }

    private static @Nullable InetAddress address(Channel channel) {
        return channel.remoteAddress() instanceof InetSocketAddress remote
                ? ClientAddress.of(remote)
                : null;
    }

    @Override
    protected void addSocketioHandlers(ChannelPipeline pipeline) {
        Counters counters = sessions.counters();
        counters.channels.increment();
        Channel channel = pipeline.channel();
        Account account = sessions.budget().open(BASE, () -> Channels.closeSoon(channel));
        channel.closeFuture()
                .addListener(
                        _ -> {
                            counters.channels.decrement();
                            account.close();
                        });
        RequestClock clock =
                new RequestClock(channel, sessions.timings(), counters, sessions.failures());
        ReadGate gate = new ReadGate(pipeline.channel());
        RequestDecoder decoder = new RequestDecoder(decoding, gate);
        pipeline.addLast(gate);
        pipeline.addLast(CLOCK, clock);
        // The encoder first: what the decoder of a WebSocket has to say itself, when a client
        // breaks
        // the rules, passes only what stands before it.
        pipeline.addLast(HTTP_ENCODER, new HttpResponseEncoder());
        pipeline.addLast(HTTP_REQUEST_DECODER, decoder);
        HttpPipelining turn = new HttpPipelining(decoder, clock, counters, account);
        pipeline.addLast(
                HTTP_AGGREGATOR,
                new RequestAssembler(channel, account, doors.bodies, turn, clock, sessions));
        pipeline.addLast(TURN, turn);
        pipeline.addLast(GUARD, doors.guard);
        pipeline.addLast(AUTHORIZE_HANDLER, doors.engine);
        pipeline.addLast(RESOURCE_HANDLER, doors.plain);
        pipeline.addLast(LAST, sessions.lastResort());
    }

    /// A WebSocket has no use for these.
    static void removeHttp(ChannelPipeline pipeline) {
        for (String name :
                new String[] {
                    CLOCK, HTTP_AGGREGATOR, TURN, GUARD, AUTHORIZE_HANDLER, RESOURCE_HANDLER, LAST
                }) {
            ChannelHandler handler = pipeline.get(name);
            if (handler != null) {
                pipeline.remove(handler);
            }
        }
    }
}
