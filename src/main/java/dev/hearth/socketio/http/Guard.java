package dev.hearth.socketio.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpHeaderNames;

/// Lets nothing pass whose Host or Origin the [AccessPolicy] refuses, whatever the transport, and
/// answers preflights without making anything.
@Sharable
public final class Guard extends SimpleChannelInboundHandler<Exchange> {
    private static final Refusal FORBIDDEN = new Refusal(403, 4, "Forbidden");

    private final AccessPolicy access;
    private final Counters counters;

    public Guard(AccessPolicy access, Counters counters) {
        super(false);
        this.access = access;
        this.counters = counters;
    }

    boolean refuses(Exchange exchange) {
        return !access.allows(exchange.header(HttpHeaderNames.HOST), exchange.origin());
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, Exchange exchange) {
        if (refuses(exchange)) {
            counters.refuse("host or origin");
            exchange.request().headers().remove(HttpHeaderNames.ORIGIN); // no CORS headers for it
            exchange.refuse(FORBIDDEN);
        } else if (Cors.isPreflight(exchange)) {
            exchange.answer(
                    204, Cors.preflight(exchange), Unpooled.EMPTY_BUFFER, Exchange.Sent.UNHEARD);
        } else {
            ctx.fireChannelRead(exchange);
        }
    }
}
