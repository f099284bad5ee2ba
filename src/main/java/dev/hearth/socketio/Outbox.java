package dev.hearth.socketio;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// What waits to be sent on one connection. Any thread adds; only the connection's event loop
/// takes. However many packets are added, one drain is scheduled, which takes all there is: so a
/// burst costs one wake-up and one flush per connection.
///
/// Bytes count from [#offer] until [#sent], that is until the operating system took them.
final class Outbox {
    /// What a waiting packet costs beside its (shared) bytes.
    private static final int OVERHEAD = 64;

    /// What one call sent: an event and its attachments stay together.
    ///
    /// @param peer null for a packet of the connection itself
    record Entry(@Nullable SocketPeer peer, List<Parcel> parcels, int cost) {
        boolean isUnwanted() {
            return peer != null && peer.hasLeft();
        }
    }

    /// Called by the outbox; the first on the event loop, the others on any thread.
    interface Owner {
        void drain();

        void overflowed();

        void writableAgain();
    }

    private final Executor loop;
    private final Owner owner;
    private final int highWaterMark;
    private final int limit;
    private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();
    private final AtomicLong pending = new AtomicLong();
    private final AtomicBoolean armed = new AtomicBoolean();
    private final AtomicBoolean crossed = new AtomicBoolean();
    private final Runnable drain = this::runDrain;
    private volatile boolean closed;

    Outbox(Executor loop, Owner owner, int highWaterMark, int limit) {
        this.loop = loop;
        this.owner = owner;
        this.highWaterMark = highWaterMark;
        this.limit = limit;
    }

    void offer(@Nullable SocketPeer peer, List<Parcel> parcels) {
        if (closed) {
            return;
        }
        int cost = 0;
        for (Parcel parcel : parcels) {
            cost += parcel.size() + OVERHEAD;
        }
        entries.add(new Entry(peer, parcels, cost));
        long now = pending.addAndGet(cost);
        if (now > limit) {
            owner.overflowed();
        } else if (now >= highWaterMark) {
            crossed.set(true);
            // All of it may have been sent meanwhile, by a drain that saw nothing crossed yet.
            tellWhenLow(pending.get());
        }
        arm();
    }

    /// Schedules a drain unless one is.
    void arm() {
        if (!armed.get() && armed.compareAndSet(false, true)) {
            try {
                loop.execute(drain);
            } catch (RejectedExecutionException e) {
                clear(); // the server has closed
            }
        }
    }

    private void runDrain() {
        armed.set(false);
        owner.drain();
    }

    @Nullable Entry peek() {
        return entries.peek();
    }

    @Nullable Entry take() {
        return entries.poll();
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /// @param cost of entries that were taken
    void sent(long cost) {
        tellWhenLow(pending.addAndGet(-cost));
    }

    private void tellWhenLow(long now) {
        if (now <= highWaterMark / 2
                && crossed.get()
                && crossed.compareAndSet(true, false)
                && !closed) {
            owner.writableAgain();
        }
    }

    long pendingBytes() {
        return pending.get();
    }

    boolean isWritable() {
        return pending.get() < highWaterMark;
    }

    /// Takes no more; what is in it still goes.
    void close() {
        closed = true;
    }

    void clear() {
        closed = true;
        for (Entry entry = entries.poll(); entry != null; entry = entries.poll()) {
            pending.addAndGet(-entry.cost);
        }
    }
}
