package dev.hearth.socketio.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOutboundInvoker;
import java.util.concurrent.RejectedExecutionException;

/// Calls whose outcome does not matter: the end of the connection is noticed elsewhere.
public final class Channels {
    private Channels() {}

    public static void close(ChannelOutboundInvoker channel) {
        ChannelFuture _ = channel.close();
    }

    /// Closes after what runs now on the event loop, as a decoder in the middle of its work. Any
    /// thread.
    public static void closeSoon(Channel channel) {
        try {
            channel.eventLoop().execute(() -> close(channel));
        } catch (RejectedExecutionException e) {
            close(channel); // the server is closing
        }
    }

    static void write(ChannelOutboundInvoker channel, Object message) {
        ChannelFuture _ = channel.write(message);
    }

    public static void flush(ChannelOutboundInvoker channel, Object message) {
        ChannelFuture _ = channel.writeAndFlush(message);
    }
}
