package dev.hearth.socketio.engine;

import dev.hearth.socketio.http.Channels;
import dev.hearth.socketio.http.Exchange;
import dev.hearth.socketio.http.HttpHandlers;
import dev.hearth.socketio.http.ReadGate;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import org.jspecify.annotations.Nullable;

/// Turns an HTTP connection to a WebSocket and hands its messages to a session. RFC 6455: text is
/// validated, pings are answered (only the last, to a client that does not read), fragments are put
/// together up to the maximal payload, frames that are not masked end the connection. No
/// extensions, so nothing inflates.
final class WebSocketEndpoint extends SimpleChannelInboundHandler<WebSocketFrame> {
    private static final String VERSION = "13";

    private final EngineSession session;
    private final WebSocketTransport transport;
    private final UnfinishedFrames unfinished;
    private @Nullable PongWebSocketFrame held;

    private WebSocketEndpoint(
            EngineSession session, WebSocketTransport transport, UnfinishedFrames unfinished) {
        this.session = session;
        this.transport = transport;
        this.unfinished = unfinished;
    }

    /// Opens a session of its own.
    static void open(ChannelHandlerContext ctx, Exchange exchange, Sessions sessions) {
        shake(
                ctx,
                exchange,
                sessions,
                transport -> {
                    Channel channel = ctx.channel();
                    Protocol protocol = EngineEndpoint.protocol(exchange);
                    Handshake handshake = EngineEndpoint.handshake(exchange, protocol);
                    EngineSession session =
                            sessions.open(channel.eventLoop(), handshake, protocol, transport);
                    if (session == null) {
                        sessions.counters().refuse("too many sessions");
                        transport.end(WebSocketCloseStatus.POLICY_VIOLATION);
                        return null;
                    }
                    transport.control(sessions.open(session, false));
                    session.opened();
                    return session;
                });
    }

    /// Takes over from the polling of a session, if that still polls.
    static void upgrade(
            ChannelHandlerContext ctx,
            Exchange exchange,
            EngineSession session,
            Sessions sessions) {
        shake(
                ctx,
                exchange,
                sessions,
                transport -> {
                    session.run(() -> session.startUpgrade(transport));
                    return session;
                });
    }

    private interface Opening {
        @Nullable EngineSession open(WebSocketTransport transport);
    }

    private static void shake(
            ChannelHandlerContext ctx, Exchange exchange, Sessions sessions, Opening opening) {
        int maxPayload = sessions.options().maxPayload();
        if (!VERSION.equals(exchange.header(HttpHeaderNames.SEC_WEBSOCKET_VERSION))) {
            sessions.counters().refuse("bad websocket handshake");
            exchange.refuse(EngineError.BAD_REQUEST.refusal());
            return;
        }
        UnfinishedFrames unfinished =
                new UnfinishedFrames(ctx.channel(), exchange.account(), sessions);
        Handshaker shaker = new Handshaker(maxPayload, unfinished);
        DefaultFullHttpRequest request =
                new DefaultFullHttpRequest(
                        HttpVersion.HTTP_1_1, HttpMethod.GET, exchange.request().uri());
        request.headers().set(exchange.request().headers());
        Channel channel = ctx.channel();
        ChannelFuture shaken;
        try {
            shaken = shaker.handshake(channel, request);
        } catch (WebSocketHandshakeException e) {
            sessions.counters().refuse("bad websocket handshake");
            exchange.refuse(EngineError.BAD_REQUEST.refusal());
            return;
        }
        shaken.addListener(
                f -> {
                    if (f.isSuccess()) {
                        install(channel, opening, sessions, unfinished);
                    } else {
                        Channels.close(channel);
                    }
                });
    }

    private static void install(
            Channel channel, Opening opening, Sessions sessions, UnfinishedFrames unfinished) {
        ChannelPipeline pipeline = channel.pipeline();
        HttpHandlers.remove(pipeline);
        WebSocketTransport transport =
                new WebSocketTransport(channel, sessions.counters(), sessions.timings().farewell());
        EngineSession session = opening.open(transport);
        if (session != null) {
            pipeline.addLast(
                    new Utf8FrameValidator(true),
                    unfinished.aggregator(sessions.options().maxPayload()),
                    new WebSocketEndpoint(session, transport, unfinished));
        }
    }

    /// Netty's, with a decoder whose half frames count.
    private static final class Handshaker extends WebSocketServerHandshaker13 {
        private final UnfinishedFrames unfinished;

        private Handshaker(int maxPayload, UnfinishedFrames unfinished) {
            super(
                    "",
                    null,
                    WebSocketDecoderConfig.newBuilder()
                            .allowExtensions(false)
                            .expectMaskedFrames(true)
                            .maxFramePayloadLength(maxPayload)
                            .withUTF8Validator(false) // ours stands in the pipeline
                            .build());
            this.unfinished = unfinished;
        }

        @Override
        protected WebSocketFrameDecoder newWebsocketDecoder() {
            return unfinished.decoder(decoderConfig());
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) {
        switch (frame) {
            case TextWebSocketFrame text -> {
                byte[] bytes = ByteBufUtil.getBytes(text.content());
                session.run(() -> session.intake().text(transport, bytes));
            }
            case BinaryWebSocketFrame binary -> {
                byte[] bytes = ByteBufUtil.getBytes(binary.content());
                session.run(() -> session.intake().binary(transport, bytes));
            }
            case PingWebSocketFrame ping ->
                    pong(ctx, new PongWebSocketFrame(ping.content().retain()));
            case CloseWebSocketFrame close -> {
                ctx.writeAndFlush(close.retain()).addListener(f -> Channels.close(ctx));
                lost("transport close");
            }
            default -> {} // a pong
        }
    }

    /// RFC 6455, 5.5.3: only the most recent ping needs an answer.
    private void pong(ChannelHandlerContext ctx, PongWebSocketFrame pong) {
        if (ctx.channel().isWritable()) {
            Channels.flush(ctx, pong);
            return;
        }
        if (held != null) {
            held.release();
            ReadGate.of(ctx.channel()).set(ReadGate.Reason.PONG, true);
        }
        held = pong;
    }

    private void sendHeld(ChannelHandlerContext ctx) {
        PongWebSocketFrame pong = held;
        if (pong != null) {
            held = null;
            Channels.flush(ctx, pong);
            ReadGate.of(ctx.channel()).set(ReadGate.Reason.PONG, false);
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        unfinished.end();
        if (held != null) {
            held.release();
            held = null;
        }
    }

    private void lost(String reason) {
        session.run(() -> session.socketLost(transport, reason));
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (ctx.channel().isWritable()) {
            sendHeld(ctx);
            session.run(
                    () -> {
                        transport.writable();
                        session.drain();
                    });
        }
        ctx.fireChannelWritabilityChanged();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        lost("transport close");
        ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof TooLongFrameException) {
            session.sessions().counters().refuse("payload too large");
            transport.end(WebSocketCloseStatus.MESSAGE_TOO_BIG);
        } else if (cause instanceof PrematureChannelClosureException) {
            lost("transport close"); // in the middle of a message
            return;
        } else {
            Channels.close(ctx);
        }
        lost("transport error");
    }
}
