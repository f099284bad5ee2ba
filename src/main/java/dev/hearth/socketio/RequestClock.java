package dev.hearth.socketio;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/// Closes a connection that does not get its request out in time: one that says nothing, slow
/// headers, half a body, an idle keep-alive. While a request is being answered it does not tick.
final class RequestClock extends ChannelInboundHandlerAdapter {
    private enum Phase {
        IDLE,
        READING,
        ANSWERING
    }

    private final Timings timings;
    private final Counters counters;
    private Phase phase = Phase.IDLE;
    private final Timer timer;

    RequestClock(io.netty.channel.Channel channel, Timings timings, Counters counters) {
        this.timings = timings;
        this.counters = counters;
        this.timer = new Timer(channel.eventLoop(), counters.timers);
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        timer.set(timings.firstRequest().toNanos(), () -> expire(ctx));
        ctx.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (phase == Phase.IDLE) {
            phase = Phase.READING;
            timer.set(timings.request().toNanos(), () -> expire(ctx));
        }
        ctx.fireChannelRead(message);
    }

    /// A request has arrived whole.
    void complete() {
        phase = Phase.ANSWERING;
        timer.cancel();
    }

    /// All requests were answered.
    void answered(ChannelHandlerContext ctx) {
        phase = Phase.IDLE;
        timer.set(timings.keepAlive().toNanos(), () -> expire(ctx));
    }

    private void expire(ChannelHandlerContext ctx) {
        if (phase == Phase.READING) {
            counters.refuse("slow request");
        }
        Channels.close(ctx);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        timer.cancel();
        ctx.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        timer.cancel();
    }
}
