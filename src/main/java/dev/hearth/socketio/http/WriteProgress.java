package dev.hearth.socketio.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import org.jspecify.annotations.Nullable;

/// What a connection has not taken of what was written to it. Two that differ mean progress, if
/// only of a single byte.
public record WriteProgress(long bytes, long gone, int messages) {
    /// @return null when it is closed
    public static @Nullable WriteProgress of(Channel channel) {
        ChannelOutboundBuffer out = channel.unsafe().outboundBuffer();
        return out == null
                ? null
                : new WriteProgress(
                        out.totalPendingWriteBytes(), out.currentProgress(), out.size());
    }
}
