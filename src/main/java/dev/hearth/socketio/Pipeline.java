package dev.hearth.socketio;

import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketIOChannelInitializer;
import com.corundumstudio.socketio.namespace.NamespacesHub;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.FullHttpMessage;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.util.concurrent.TimeUnit;

/// What stands on each connection: netty-socketio's frame with our own handlers in it, under its
/// names. See docs/decisions/0002-netty-socketio.md for what each replaces and why.
final class Pipeline extends SocketIOChannelInitializer {
    private static final String CLOCK = "requestClock";
    private static final String TURN = "httpTurn";
    private static final String GUARD = "guard";
    private static final String LAST = "lastResort";

    /// The shared handlers, made when the server starts.
    record Doors(Guard guard, EngineDoor engine, PlainDoor plain) {}

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
        addSocketioHandlers(channel.pipeline());
    }

    @Override
    protected void addSocketioHandlers(ChannelPipeline pipeline) {
        Counters counters = sessions.counters();
        counters.channels.increment();
        pipeline.channel().closeFuture().addListener(f -> counters.channels.decrement());
        RequestClock clock = new RequestClock(pipeline.channel(), sessions.timings(), counters);
        ReadGate gate = new ReadGate(pipeline.channel());
        RequestDecoder decoder = new RequestDecoder(decoding, gate);
        pipeline.addLast(gate);
        pipeline.addLast(CLOCK, clock);
        // The encoder first: what the decoder of a WebSocket has to say itself, when a client
        // breaks
        // the rules, passes only what stands before it.
        pipeline.addLast(HTTP_ENCODER, new HttpResponseEncoder());
        pipeline.addLast(HTTP_REQUEST_DECODER, decoder);
        pipeline.addLast(HTTP_AGGREGATOR, new Aggregator(pipeline.channel(), sessions));
        pipeline.addLast(TURN, new HttpTurn(decoder, clock, counters));
        pipeline.addLast(GUARD, doors.guard);
        pipeline.addLast(AUTHORIZE_HANDLER, doors.engine);
        pipeline.addLast(RESOURCE_HANDLER, doors.plain);
        pipeline.addLast(LAST, LastResort.INSTANCE);
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

    /// Puts requests together, and tells of POSTs that begin; answers 413 to what is too large, and
    /// counts it.
    private static final class Aggregator extends HttpObjectAggregator {
        private final Counters counters;
        private final PostWatch posts;

        private Aggregator(Channel channel, Sessions sessions) {
            super(sessions.options().maxPayload());
            counters = sessions.counters();
            posts = new PostWatch(channel, sessions);
        }

        @Override
        protected FullHttpMessage beginAggregation(HttpMessage start, ByteBuf content)
                throws Exception {
            if (start instanceof HttpRequest request) {
                posts.begins(request);
            }
            return super.beginAggregation(start, content);
        }

        @Override
        protected void finishAggregation(FullHttpMessage aggregated) throws Exception {
            super.finishAggregation(aggregated);
            posts.ended();
        }

        @Override
        public void channelInactive(ChannelHandlerContext ctx) throws Exception {
            posts.gone();
            super.channelInactive(ctx);
        }

        @Override
        protected void handleOversizedMessage(ChannelHandlerContext ctx, HttpMessage oversized)
                throws Exception {
            counters.refuse("payload too large");
            posts.ended();
            super.handleOversizedMessage(ctx, oversized);
        }
    }
}
