package dev.hearth.socketio.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Closes a connection that does not get its request out in time: one that says nothing, slow
/// headers, half a body, an idle keep-alive; or that takes nothing of its answer. While the answer
/// is being made it does not tick.
final class RequestClock extends ChannelInboundHandlerAdapter {
    private enum Phase {
        IDLE,
        READING,
        ANSWERING
    }

    /// How often the writing of an answer is looked at within the time that it may stand still.
    private static final int LOOKS = 4;

    private final Timings timings;
    private final Counters counters;
    private Phase phase = Phase.IDLE;
    private long bodyEnd;
    private boolean moved;
    private final Timer timer;

    RequestClock(
            io.netty.channel.Channel channel,
            Timings timings,
            Counters counters,
            Failures failures) {
        this.timings = timings;
        this.counters = counters;
        this.timer = new Timer(channel.eventLoop(), counters.timers(), failures);
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

    /// A body begins that is kept: it has to come at a pace, and something of it in every third of
    /// the time that a request may take.
    ///
    /// @param length 0 when it is not said
    void body(ChannelHandlerContext ctx, long length) {
        long request = timings.request().toNanos();
        long whole = length == 0 ? request : request / 3 + request / 1_000_000 * length;
        bodyEnd = System.nanoTime() + whole;
        moved = false;
        watchBody(ctx);
    }

    private void watchBody(ChannelHandlerContext ctx) {
        timer.set(
                timings.request().toNanos() / 3,
                () -> {
                    if (!moved || System.nanoTime() - bodyEnd >= 0) {
                        expire(ctx);
                    } else {
                        moved = false;
                        watchBody(ctx);
                    }
                });
    }

    /// Something of the body has come.
    void progress() {
        moved = true;
    }

    /// The rest of a body that nobody wanted has come.
    void dropped(ChannelHandlerContext ctx) {
        if (phase == Phase.READING) {
            answered(ctx);
        }
    }

    /// A request has arrived whole.
    void complete() {
        phase = Phase.ANSWERING;
        timer.cancel();
    }

    /// An answer is being written: it may take any time, but not stand still.
    void writing(ChannelHandlerContext ctx) {
        watch(ctx, WriteProgress.of(ctx.channel()), 0);
    }

    private void watch(ChannelHandlerContext ctx, @Nullable WriteProgress before, int stillness) {
        timer.set(
                timings.keepAlive().toNanos() / LOOKS,
                () -> {
                    WriteProgress now = WriteProgress.of(ctx.channel());
                    int still = Objects.equals(now, before) ? stillness + 1 : 0;
                    if (still < LOOKS) {
                        watch(ctx, now, still);
                    } else {
                        cutSlowReader(ctx);
                    }
                });
    }

    /// An answer goes on without an end: what was written of it may not stand still.
    ///
    /// @param quiet is run each time that nothing waits for the client
    void streaming(ChannelHandlerContext ctx, Runnable quiet) {
        watchStream(ctx, WriteProgress.of(ctx.channel()), 0, quiet);
    }

    private void watchStream(
            ChannelHandlerContext ctx,
            @Nullable WriteProgress before,
            int stillness,
            Runnable quiet) {
        timer.set(
                timings.keepAlive().toNanos() / LOOKS,
                () -> {
                    WriteProgress now = WriteProgress.of(ctx.channel());
                    boolean idle = now != null && now.messages() == 0;
                    int still = !idle && Objects.equals(now, before) ? stillness + 1 : 0;
                    if (still == LOOKS) {
                        cutSlowReader(ctx);
                        return;
                    }
                    if (idle) {
                        quiet.run();
                    }
                    watchStream(ctx, now, still, quiet);
                });
    }

    private void cutSlowReader(ChannelHandlerContext ctx) {
        counters.refuse("slow reader");
        Channels.close(ctx);
    }

    /// The answer has been written.
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
