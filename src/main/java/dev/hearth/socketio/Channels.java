package dev.hearth.socketio;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOutboundInvoker;

/// Calls whose outcome does not matter: the end of the connection is noticed elsewhere.
final class Channels {
    private Channels() {}

    static void close(ChannelOutboundInvoker channel) {
        ChannelFuture _ = channel.close();
    }

    static void write(ChannelOutboundInvoker channel, Object message) {
        ChannelFuture _ = channel.write(message);
    }

    static void flush(ChannelOutboundInvoker channel, Object message) {
        ChannelFuture _ = channel.writeAndFlush(message);
    }
}
