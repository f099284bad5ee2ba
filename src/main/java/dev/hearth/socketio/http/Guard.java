package dev.hearth.socketio.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.Map;

/// Lets nothing pass whose Host or Origin the [AccessPolicy] refuses, whatever the transport, and
/// answers preflights without making anything. Sends a browser that left out the slash behind the
/// path of a proxy to where the page is.
@Sharable
public final class Guard extends SimpleChannelInboundHandler<Exchange> {
    private static final int STATUS = 403;
    private static final int CODE = 4;

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
            String origin = exchange.origin();
            exchange.request().headers().remove(HttpHeaderNames.ORIGIN); // no CORS headers for it
            refuse(exchange, access.refusal(exchange.header(HttpHeaderNames.HOST), origin));
        } else if (exchange.isBare()) {
            exchange.answer(
                    308,
                    Map.of("location", exchange.path() + "/"),
                    Unpooled.EMPTY_BUFFER,
                    Exchange.Sent.UNHEARD);
        } else if (Cors.isPreflight(exchange)) {
            exchange.answer(
                    204, Cors.preflight(exchange), Unpooled.EMPTY_BUFFER, Exchange.Sent.UNHEARD);
        } else {
            ctx.fireChannelRead(exchange);
        }
    }

    /// In the form of Node's server; in plain words to a browser that would show the page.
    private static void refuse(Exchange exchange, String sentence) {
        String accepted = exchange.header(HttpHeaderNames.ACCEPT);
        if (accepted != null && accepted.contains("text/html")) {
            exchange.answer(STATUS, "text/plain; charset=UTF-8", sentence + "\n");
        } else {
            exchange.refuse(new Refusal(STATUS, CODE, sentence));
        }
    }
}
