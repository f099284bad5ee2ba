package dev.hearth.socketio.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.FileRegion;

/// Counts the bytes of all connections. Stands next to the socket, where everything is bytes.
/// Thread-safe.
@Sharable
public final class TrafficCounter extends ChannelDuplexHandler {
    private final Counters counters;

    public TrafficCounter(Counters counters) {
        this.counters = counters;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf bytes) {
            counters.received().add(bytes.readableBytes());
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        switch (message) {
            case ByteBuf bytes -> counters.sent().add(bytes.readableBytes());
            case FileRegion file -> counters.sent().add(file.count());
            default -> {}
        }
        ChannelFuture _ = context.write(message, promise);
    }
}
