package dev.hearth.socketio.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpContent;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// See [ResponseStream]. What is sent waits in a queue for the event loop, which writes all that is
/// there in one go, and counts until the socket has taken it. Its connection pays for it
/// ([Account]); the [RequestClock] cuts off a client that takes nothing.
final class ChunkedStream implements ResponseStream {
    private static final long HIGH = 128 * 1024;
    private static final long LOW = HIGH / 2;

    private final Exchange exchange;
    private final ByteBuffer beat;
    private final Executor executor;
    private final Failures failures;
    private final Queue<ByteBuffer> queue = new ConcurrentLinkedQueue<>();
    private final AtomicLong pending = new AtomicLong();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final AtomicBoolean full = new AtomicBoolean();
    private final AtomicBoolean told = new AtomicBoolean();
    private final AtomicReference<@Nullable Listener> listener = new AtomicReference<>();
    private volatile boolean ending;
    private volatile boolean gone;

    /// Set on the event loop, once the head of the answer was written.
    private @Nullable ChannelHandlerContext context;

    private Runnable finish = () -> {};

    /// @param beat what is sent to a client for whom there has been nothing for a while
    /// @param executor runs what the listener is told
    ChunkedStream(Exchange exchange, ByteBuffer beat, Executor executor, Failures failures) {
        this.exchange = exchange;
        this.beat = beat;
        this.executor = executor;
        this.failures = failures;
        exchange.onAbort(this::gone);
    }

    /// On the event loop: the head of the answer was written.
    ///
    /// @param last ends the answer
    void begin(ChannelHandlerContext ctx, Runnable last) {
        context = ctx;
        finish = last;
        drain();
    }

    /// On the event loop: nothing waits for the client.
    void quiet() {
        ChannelHandlerContext ctx = context;
        if (ctx != null && !ending) {
            Channels.flush(ctx, new DefaultHttpContent(Unpooled.wrappedBuffer(beat.duplicate())));
        }
    }

    /// The connection has ended, or never had its turn. Any thread.
    void gone() {
        gone = true;
        queue.clear();
        tell();
    }

    @Override
    public void listen(Listener newListener) {
        listener.set(newListener);
        if (gone) {
            tell();
        }
    }

    private void tell() {
        Listener known = listener.get();
        if (known != null && told.compareAndSet(false, true)) {
            run(known, Listener::ended);
        }
    }

    private void run(Listener known, Consumer<Listener> news) {
        try {
            executor.execute(() -> failures.run(() -> news.accept(known)));
        } catch (RejectedExecutionException e) {
            // The server has closed, and with it what listens to its streams.
            gone = true;
        }
    }

    @Override
    public void send(ByteBuffer bytes) {
        long size = bytes.remaining();
        if (!isOpen() || !exchange.account().take(size)) {
            return;
        }
        if (pending.addAndGet(size) >= HIGH) {
            full.set(true);
        }
        queue.add(bytes.duplicate());
        schedule();
    }

    @Override
    public boolean isWritable() {
        return pending.get() < HIGH;
    }

    @Override
    public boolean isOpen() {
        return !gone && !ending;
    }

    @Override
    public void end() {
        ending = true;
        schedule();
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            try {
                exchange.channel().eventLoop().execute(this::drain);
            } catch (RejectedExecutionException e) {
                gone(); // the server has closed
            }
        }
    }

    private void drain() {
        ChannelHandlerContext ctx = context;
        if (ctx == null) {
            return; // it is tried again when the head was written
        }
        scheduled.set(false);
        boolean last = ending;
        List<ByteBuffer> parts = new ArrayList<>();
        for (ByteBuffer part = queue.poll(); part != null; part = queue.poll()) {
            parts.add(part);
        }
        if (!parts.isEmpty()) {
            ByteBuf all = Unpooled.wrappedBuffer(parts.toArray(ByteBuffer[]::new));
            long size = all.readableBytes();
            ctx.writeAndFlush(new DefaultHttpContent(all)).addListener(_ -> sent(size));
        }
        if (last) {
            context = null;
            finish.run();
            gone();
        }
    }

    private void sent(long size) {
        exchange.account().give(size);
        if (pending.addAndGet(-size) < LOW && full.compareAndSet(true, false)) {
            Listener known = listener.get();
            if (known != null) {
                run(known, Listener::writable);
            }
        }
    }
}
