package dev.hearth.socketio.http;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stands last, and says in one line what nobody before it dealt with: a failure in a handler,
/// which ends its connection, or that no connection can be accepted, as when no descriptors are
/// left.
@Sharable
public final class LastResort extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

    private final Failures failures;

    public LastResort(Failures failures) {
        this.failures = failures;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof Error) {
            failures.report(cause);
        }
        if (ctx.channel() instanceof ServerChannel) {
            LOG.warn("a connection could not be accepted: {}", cause.toString());
        } else {
            LOG.warn("a connection failed: {}", cause.toString());
            Channels.close(ctx);
        }
    }
}
