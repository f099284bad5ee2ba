package dev.hearth.socketio.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestDecoder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decodes one request at a time: what a client pipelines behind it stays bytes, and no more is
/// read than the first of them. So nothing is queued, answers included, for who does not read.
final class RequestDecoder extends HttpRequestDecoder {
    private final ReadGate gate;
    private @Nullable ChannelHandlerContext context;
    private boolean held;
    private boolean reading;
    private boolean again;

    RequestDecoder(HttpDecoderConfig config, ReadGate gate) {
        super(config);
        this.gate = gate;
    }

    /// Until [#release]: a request is being answered.
    void hold() {
        held = true;
    }

    /// The answer has gone.
    void release() {
        held = false;
        resume();
    }

    private void resume() {
        ChannelHandlerContext ctx = context;
        if (held || ctx == null || !ctx.channel().isWritable()) {
            return;
        }
        gate.set(ReadGate.Reason.REQUEST, false);
        if (reading) {
            again = true; // no recursion, however many requests lie here
        } else {
            channelRead(ctx, Unpooled.EMPTY_BUFFER);
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        reading = true;
        try {
            again = false;
            superRead(ctx, message);
            while (again && !ctx.isRemoved()) {
                again = false;
                superRead(ctx, Unpooled.EMPTY_BUFFER);
            }
        } finally {
            reading = false;
        }
    }

    private void superRead(ChannelHandlerContext ctx, Object message) {
        try {
            super.channelRead(ctx, message);
        } catch (Exception e) {
            ctx.fireExceptionCaught(e);
        }
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out)
            throws Exception {
        // Not writable: refusals of the aggregator, which are no request's turn, have piled up.
        if (held || !ctx.channel().isWritable()) {
            gate.set(ReadGate.Reason.REQUEST, true);
            return;
        }
        super.decode(ctx, in, out);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        resume();
        ctx.fireChannelWritabilityChanged();
    }

    /// The connection has become a WebSocket, or closed.
    @Override
    protected void handlerRemoved0(ChannelHandlerContext ctx) throws Exception {
        super.handlerRemoved0(ctx);
        context = null;
        gate.set(ReadGate.Reason.REQUEST, false);
    }
}
