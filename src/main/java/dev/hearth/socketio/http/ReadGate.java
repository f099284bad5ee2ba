package dev.hearth.socketio.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.util.AttributeKey;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;

/// Whether a connection is read. There are several reasons not to, and it is read again when the
/// last of them has gone. Stands first, where it also stops the decoders, which read on by
/// themselves while they have half a message.
public final class ReadGate extends ChannelOutboundHandlerAdapter {
    public enum Reason {
        /// A request waits for the answer to the former.
        REQUEST,
        /// The handlers of the layer above are behind.
        STRAND,
        /// The client sends pings of RFC 6455 faster than it reads pongs.
        PONG,
        /// The client asks for packets of the heartbeat faster than it reads them.
        CONTROL
    }

    private static final AttributeKey<ReadGate> KEY = AttributeKey.valueOf(ReadGate.class, "gate");

    private final Channel channel;
    private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);

    ReadGate(Channel channel) {
        this.channel = channel;
        channel.attr(KEY).set(this);
    }

    /// That of a connection, also when it has closed.
    public static ReadGate of(Channel channel) {
        return channel.attr(KEY).get();
    }

    /// Any thread; calls of one thread keep their order.
    public void set(Reason reason, boolean closed) {
        if (channel.eventLoop().inEventLoop()) {
            change(reason, closed);
            return;
        }
        try {
            channel.eventLoop().execute(() -> change(reason, closed));
        } catch (RejectedExecutionException e) {
            Channels.close(channel); // the server is closing
        }
    }

    private void change(Reason reason, boolean closed) {
        boolean changed = closed ? reasons.add(reason) : reasons.remove(reason);
        if (changed) {
            channel.config().setAutoRead(reasons.isEmpty());
        }
    }

    @Override
    public void read(ChannelHandlerContext ctx) {
        if (reasons.isEmpty()) {
            ctx.read();
        }
    }
}
