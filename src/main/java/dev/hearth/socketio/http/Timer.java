package dev.hearth.socketio.http;

import io.netty.channel.EventLoop;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// One deadline of one owner: setting it again replaces the former. Confined to its event loop.
public final class Timer {
    private final EventLoop loop;
    private final LongAdder pending;
    private final Failures failures;
    private @Nullable Pending current;

    public Timer(EventLoop loop, LongAdder pending, Failures failures) {
        this.loop = loop;
        this.pending = pending;
        this.failures = failures;
    }

    public void set(long nanos, Runnable task) {
        cancel();
        Pending next = new Pending(task);
        current = next;
        pending.increment();
        next.future = loop.schedule(next, Math.max(0, nanos), TimeUnit.NANOSECONDS);
    }

    public void cancel() {
        Pending old = current;
        if (old != null) {
            current = null;
            pending.decrement();
            if (old.future != null) {
                old.future.cancel(false);
            }
        }
    }

    public boolean isSet() {
        return current != null;
    }

    private final class Pending implements Runnable {
        private final Runnable task;
        private java.util.concurrent.@Nullable Future<?> future;

        private Pending(Runnable task) {
            this.task = task;
        }

        @Override
        public void run() {
            if (current == this) {
                current = null;
                pending.decrement();
                failures.run(task); // a scheduled future would keep its failure to itself
            }
        }
    }
}
