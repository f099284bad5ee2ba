package dev.hearth.socketio.engine;

import dev.hearth.socketio.http.Counters;
import dev.hearth.socketio.http.Exchange;
import dev.hearth.socketio.http.ProtocolPath;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The Engine.IO path: opens sessions, and brings the requests of both transports to theirs.
/// Nothing is made for a request that is refused. Engine.IO protocol v4, "Handshake".
@Sharable
public final class EngineEndpoint extends SimpleChannelInboundHandler<Exchange>
        implements ProtocolPath {
    private static final String POLLING = "polling";
    private static final String WEBSOCKET = "websocket";

    /// The parameter that says the version of Engine.IO, and its values.
    private static final String VERSION = "EIO";

    private static final String V3 = "3";
    private static final String V4 = "4";

    private final String path;
    private final Sessions sessions;
    private final Counters counters;

    /// @param path without a slash at its end; with one it is the same
    public EngineEndpoint(String path, Sessions sessions) {
        super(false);
        this.path = path;
        this.sessions = sessions;
        this.counters = sessions.counters();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, Exchange exchange) {
        if (!isFor(exchange)) {
            ctx.fireChannelRead(exchange);
            return;
        }
        EngineError error = check(exchange);
        if (error != null) {
            refuse(exchange, error);
            return;
        }
        String id = session(exchange);
        if (id == null) {
            open(ctx, exchange);
            return;
        }
        EngineSession session = sessions.find(id);
        if (session == null) {
            refuse(exchange, EngineError.UNKNOWN_SESSION);
        } else if (exchange.isWebSocket()) {
            WebSocketEndpoint.upgrade(ctx, exchange, session, sessions);
        } else {
            session.run(() -> bring(exchange, session));
        }
    }

    @Override
    public boolean isFor(Exchange exchange) {
        String asked = exchange.path();
        return asked.equals(path) || asked.equals(path + "/");
    }

    /// Whether its body will be read: it is for a session that is there.
    @Override
    public boolean takesBody(Exchange exchange) {
        String id = session(exchange);
        return check(exchange) == null
                && exchange.method().equals("POST")
                && id != null
                && sessions.find(id) != null;
    }

    private static void bring(Exchange exchange, EngineSession session) {
        switch (exchange.method()) {
            case "GET" -> session.poll(exchange);
            case "POST" -> session.post(exchange);
            default -> exchange.refuse(EngineError.BAD_REQUEST.refusal());
        }
    }

    private void refuse(Exchange exchange, EngineError error) {
        counters.refuse(error.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
        exchange.refuse(error.refusal());
    }

    private @Nullable EngineError check(Exchange exchange) {
        boolean webSocket = exchange.isWebSocket();
        String transport = transport(exchange);
        String version = exchange.parameter(VERSION);
        if (transport == null) {
            return EngineError.UNKNOWN_TRANSPORT;
        }
        if (webSocket != transport.equals(WEBSOCKET)) {
            return EngineError.BAD_REQUEST;
        }
        if (!V4.equals(version) && !V3.equals(version)) {
            return EngineError.UNSUPPORTED_VERSION;
        }
        if (V3.equals(version) && transport.equals(POLLING)) {
            return EngineError.POLLING_NEEDS_VERSION_4;
        }
        if (session(exchange) == null && !exchange.isGet()) {
            return EngineError.BAD_HANDSHAKE_METHOD;
        }
        return null;
    }

    /// The session that it is for; null for a new one, also where the parameter is empty.
    private static @Nullable String session(Exchange exchange) {
        String id = exchange.parameter("sid");
        return id == null || id.isEmpty() ? null : id;
    }

    /// Given twice it is none, as it could mean either.
    private static @Nullable String transport(Exchange exchange) {
        List<String> names = exchange.query().getOrDefault("transport", List.of());
        boolean known = names.equals(List.of(POLLING)) || names.equals(List.of(WEBSOCKET));
        return known ? names.getFirst() : null;
    }

    private void open(ChannelHandlerContext ctx, Exchange exchange) {
        EngineError full = sessions.refusal(exchange.client());
        if (full != null) {
            refuse(exchange, full);
            return;
        }
        if (exchange.isWebSocket()) {
            WebSocketEndpoint.open(ctx, exchange, sessions);
            return;
        }
        PollingTransport transport = new PollingTransport(sessions.options().maxPayload());
        EngineSession session =
                sessions.open(
                        ctx.channel().eventLoop(),
                        handshake(exchange, Protocol.V5),
                        Protocol.V5,
                        transport);
        if (session == null) {
            refuse(exchange, EngineError.FULL);
            return;
        }
        session.opened(); // its clock starts before the client's
        transport.onLost(() -> session.run(() -> session.transportLost(transport)));
        exchange.answer(
                200,
                Map.of("content-type", "text/plain; charset=UTF-8", "cache-control", "no-store"),
                Unpooled.wrappedBuffer(sessions.open(session, true).polled()),
                Exchange.Sent.UNHEARD);
    }

    static Protocol protocol(Exchange exchange) {
        if (V4.equals(exchange.parameter(VERSION))) {
            return Protocol.V5;
        }
        String base64 = exchange.parameter("b64");
        return base64 == null || base64.isEmpty() || base64.equals("0")
                ? Protocol.V4
                : Protocol.V4_BASE64;
    }

    static Handshake handshake(Exchange exchange, Protocol protocol) {
        return new Handshake(
                exchange.remote(),
                exchange.local(),
                exchange.client(),
                protocol.engineVersion(),
                exchange.headers(),
                exchange.query());
    }
}
