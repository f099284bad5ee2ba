package dev.hearth.socketio.engine;

import dev.hearth.socketio.http.Charge;
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
public final class SendQueue {
    /// What a waiting packet costs beside its (shared) bytes.
    private static final int OVERHEAD = 64;

    /// Answers may fill this part of the high water mark.
    private static final int ANSWERS = 4;

    /// What one call sent: an event and its attachments stay together.
    ///
    /// @param receiver null for a packet of the connection itself
    /// @param answer whether the client has asked for it
    record Entry(
            @Nullable Receiver receiver, List<EncodedPacket> packets, int cost, boolean answer) {
        boolean isUnwanted() {
            return receiver != null && receiver.hasLeft();
        }
    }

    /// For whom a packet is; any thread.
    public interface Receiver {
        /// Whether the receiver has left and gets nothing more.
        boolean hasLeft();
    }

    /// Called by the outbox; the first on the event loop, the others on any thread.
    interface Owner {
        void drain();

        void overflowed();

        void writableAgain();

        /// The connection took an answer.
        void answerTaken();
    }

    private final Executor loop;
    private final Owner owner;
    private final int highWaterMark;
    private final int limit;
    private final Charge charge;
    private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();
    private final AtomicLong pending = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicBoolean armed = new AtomicBoolean();
    private final AtomicBoolean crossed = new AtomicBoolean();
    private final Runnable drain = this::runDrain;
    private volatile boolean closed;

    SendQueue(Executor loop, Owner owner, int highWaterMark, int limit, Charge charge) {
        this.loop = loop;
        this.owner = owner;
        this.highWaterMark = highWaterMark;
        this.limit = limit;
        this.charge = charge;
    }

    public void offer(@Nullable Receiver receiver, List<EncodedPacket> packets) {
        offer(receiver, packets, false);
    }

    /// Adds what the client has asked for, see [#takesAnswers].
    public void answer(Receiver receiver, List<EncodedPacket> packets) {
        offer(receiver, packets, true);
    }

    private void offer(@Nullable Receiver receiver, List<EncodedPacket> packets, boolean answer) {
        if (closed) {
            return;
        }
        int cost = 0;
        for (EncodedPacket packet : packets) {
            cost += packet.size() + OVERHEAD;
        }
        entries.add(new Entry(receiver, packets, cost, answer));
        if (answer) {
            answers.addAndGet(cost);
        }
        long now = pending.addAndGet(cost);
        if (!charge.grown(now)) {
            return; // its connection is being closed, for there is no memory
        }
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
        Entry entry = entries.poll();
        if (entry != null && entry.answer) {
            answers.addAndGet(-entry.cost);
            owner.answerTaken();
        }
        return entry;
    }

    /// Whether the client reads what it asked for: while much of that waits, it is not answered
    /// further. What comes unasked does not count, as that is held back by [#isWritable].
    boolean takesAnswers() {
        return answers.get() < highWaterMark / ANSWERS;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /// @param cost of entries that were taken
    void sent(long cost) {
        sent.addAndGet(cost);
        long now = pending.addAndGet(-cost);
        charge.shrunk(now);
        tellWhenLow(now);
    }

    private void tellWhenLow(long now) {
        if (now <= highWaterMark / 2
                && crossed.get()
                && crossed.compareAndSet(true, false)
                && !closed) {
            owner.writableAgain();
        }
    }

    public long pendingBytes() {
        return pending.get();
    }

    /// All that was ever sent.
    long sentBytes() {
        return sent.get();
    }

    public boolean isWritable() {
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
        charge.shrunk(pending.get());
    }
}
