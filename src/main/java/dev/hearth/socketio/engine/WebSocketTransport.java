package dev.hearth.socketio.engine;

import dev.hearth.socketio.http.Channels;
import dev.hearth.socketio.http.Counters;
import dev.hearth.socketio.http.ReadGate;
import dev.hearth.socketio.http.WriteProgress;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A WebSocket. Frames come ready from [EncodedPacket]; small ones are gathered into one buffer,
/// large ones are shared. No more is handed to Netty than its water mark, the rest waits in the
/// [SendQueue], where it is counted. Engine.IO protocol v4, "WebSocket".
final class WebSocketTransport implements Transport {
    private static final int SMALL = 8 * 1024;
    private static final int GATHER = 32 * 1024;

    private final Channel channel;
    private final Counters counters;
    private final Duration patience;
    private @Nullable ByteBuf gathered;
    private @Nullable ChannelFuture last;
    private @Nullable EncodedPacket held;

    WebSocketTransport(Channel channel, Counters counters, Duration patience) {
        this.channel = channel;
        this.counters = counters;
        this.patience = patience;
    }

    /// A client that asks for these and does not read them gets only the last.
    @Override
    public void control(EncodedPacket packet) {
        if (channel.isWritable()) {
            writeControl(packet);
            return;
        }
        if (held != null) {
            // Not at the first: a slow reader whose ping falls into a busy moment may go on.
            ReadGate.of(channel).set(ReadGate.Reason.CONTROL, true);
        }
        held = packet;
    }

    /// Sends what was held back; before what waits in the outbox.
    void writable() {
        EncodedPacket packet = held;
        if (packet != null && channel.isWritable()) {
            held = null;
            writeControl(packet);
            ReadGate.of(channel).set(ReadGate.Reason.CONTROL, false);
        }
    }

    private void writeControl(EncodedPacket packet) {
        ChannelFuture _ =
                channel.writeAndFlush(packet.frame().retainedDuplicate(), channel.voidPromise());
    }

    @Override
    public boolean drain(SendQueue outbox, Farewell farewell) {
        boolean written = false;
        while (channel.isWritable() && writeSome(outbox)) {
            written = true;
        }
        if (written) {
            counters.flushes().increment();
            channel.flush();
        }
        if (farewell == Farewell.NONE || !outbox.isEmpty()) {
            return false;
        }
        if (farewell == Farewell.CUT) {
            closeBehind(channel.writeAndFlush(Unpooled.EMPTY_BUFFER));
        } else {
            end();
        }
        return true;
    }

    /// Writes about as much as fills a buffer; false when nothing waits.
    private boolean writeSome(SendQueue outbox) {
        last = null;
        long cost = 0;
        while (cost <= GATHER) {
            SendQueue.Entry entry = outbox.take();
            if (entry == null) {
                break;
            }
            cost += entry.cost();
            if (!entry.isUnwanted()) {
                entry.packets().forEach(this::write);
            }
        }
        writeGathered();
        countWhenSent(outbox, cost, last);
        return cost > 0;
    }

    private void write(EncodedPacket packet) {
        ByteBuf frame = packet.frame();
        int size = frame.readableBytes();
        if (size > SMALL) {
            writeGathered();
            last = channel.write(frame.retainedDuplicate());
            return;
        }
        ByteBuf buffer = gathered;
        if (buffer == null) {
            buffer = channel.alloc().ioBuffer(size);
            gathered = buffer;
        }
        buffer.writeBytes(frame, frame.readerIndex(), size);
    }

    private void writeGathered() {
        ByteBuf buffer = gathered;
        if (buffer != null) {
            gathered = null;
            last = channel.write(buffer);
        }
    }

    private static void countWhenSent(SendQueue outbox, long cost, @Nullable ChannelFuture last) {
        if (last == null) {
            outbox.sent(cost);
        } else {
            last.addListener(f -> outbox.sent(cost));
        }
    }

    @Override
    public void end() {
        end(WebSocketCloseStatus.NORMAL_CLOSURE);
    }

    /// Sends a close frame behind everything written and closes when it has gone; a client that
    /// does not read is cut off.
    void end(WebSocketCloseStatus status) {
        closeBehind(channel.writeAndFlush(new CloseWebSocketFrame(status)));
    }

    private void closeBehind(ChannelFuture written) {
        written.addListener(ChannelFutureListener.CLOSE);
        if (channel.isActive()) {
            Runnable cutOff = () -> Channels.close(channel);
            var cut =
                    channel.eventLoop()
                            .schedule(cutOff, patience.toMillis(), TimeUnit.MILLISECONDS);
            channel.closeFuture().addListener(_ -> cut.cancel(false));
        }
    }

    @Nullable WriteProgress progress() {
        return WriteProgress.of(channel);
    }

    @Override
    public void abort() {
        Channels.close(channel);
    }

    /// Stops and resumes the reading of what the client sends.
    void reading(boolean on) {
        ReadGate.of(channel).set(ReadGate.Reason.STRAND, !on);
    }
}
