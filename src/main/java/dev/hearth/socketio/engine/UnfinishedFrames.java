package dev.hearth.socketio.engine;

import dev.hearth.socketio.http.Account;
import dev.hearth.socketio.http.Channels;
import dev.hearth.socketio.http.Charge;
import dev.hearth.socketio.http.Counters;
import dev.hearth.socketio.http.Timer;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;

/// What a WebSocket has received of messages that are not whole: half a frame, and frames of a
/// message that is to go on. It counts against the [dev.hearth.socketio.http.MemoryBudget], and has
/// to be finished in time. Confined to the connection's event loop.
final class UnfinishedFrames {
    private static final int FRAGMENT = 128;

    private final Channel channel;
    private final Charge charge;
    private final Counters counters;
    private final Timer timer;
    private final long patience;
    private long halfFrame;
    private long fragments;

    /// When what is here began; only while something is.
    private long since;

    private boolean unfinished;

    UnfinishedFrames(Channel channel, Account account, Sessions sessions) {
        this.channel = channel;
        this.charge = new Charge(account);
        this.counters = sessions.counters();
        this.patience = sessions.timings().request().toNanos();
        this.timer = new Timer(channel.eventLoop(), counters.timers(), sessions.failures());
    }

    WebSocket13FrameDecoder decoder(WebSocketDecoderConfig config) {
        return new Decoder(config);
    }

    WebSocketFrameAggregator aggregator(int maxPayload) {
        return new Aggregator(maxPayload);
    }

    void end() {
        timer.cancel();
    }

    private void changed() {
        long now = halfFrame + fragments;
        if (!charge.grown(now)) {
            Channels.closeSoon(channel);
            return;
        }
        charge.shrunk(now);
        if (now == 0) {
            unfinished = false; // the timer finds out: most frames are whole a moment later
        } else if (!unfinished) {
            unfinished = true;
            since = System.nanoTime();
            if (!timer.isSet()) {
                timer.set(patience, this::look);
            }
        }
    }

    private void look() {
        long rest = patience - (System.nanoTime() - since);
        if (!unfinished) {
            return;
        }
        if (rest > 0) {
            timer.set(rest, this::look);
        } else {
            counters.refuse("unfinished frame");
            Channels.close(channel);
        }
    }

    private final class Decoder extends WebSocket13FrameDecoder {
        private Decoder(WebSocketDecoderConfig config) {
            super(config);
        }

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
            super.channelRead(ctx, message);
            int rest = ctx.isRemoved() ? 0 : actualReadableBytes();
            if (rest != halfFrame) {
                halfFrame = rest;
                changed();
            }
        }
    }

    private final class Aggregator extends WebSocketFrameAggregator {
        private Aggregator(int maxPayload) {
            super(maxPayload);
        }

        @Override
        protected WebSocketFrame beginAggregation(WebSocketFrame start, ByteBuf content)
                throws Exception {
            add(content);
            return super.beginAggregation(start, content);
        }

        @Override
        protected void aggregate(WebSocketFrame aggregated, ContinuationWebSocketFrame content)
                throws Exception {
            add(content.content());
            super.aggregate(aggregated, content);
        }

        /// Each fragment costs more than its bytes: empty ones could be sent without end.
        private void add(ByteBuf content) {
            fragments += content.readableBytes() + FRAGMENT;
            changed();
        }

        @Override
        protected void finishAggregation(WebSocketFrame aggregated) throws Exception {
            fragments = 0;
            changed();
            super.finishAggregation(aggregated);
        }
    }
}
