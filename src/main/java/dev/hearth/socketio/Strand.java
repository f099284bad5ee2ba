package dev.hearth.socketio;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the tasks of one connection one after the other on a virtual thread, which exists only
/// while there are some. It never refuses a task; whoever reads from the network asks [#isFull]
/// after each and stops reading until [#whenDrained], so what waits is bounded. Thread-safe.
final class Strand {
    private static final Logger LOG = LoggerFactory.getLogger(Strand.class);

    /// What a waiting task costs beside its bytes.
    private static final int OVERHEAD = 500;

    private static final long FULL = 512 * 1024;
    private static final long LOW = FULL / 4;

    private record Task(long cost, Runnable work) {}

    private final Executor executor;
    private final Queue<Task> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean armed = new AtomicBoolean();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicReference<@Nullable Runnable> reader = new AtomicReference<>();

    Strand(Executor executor) {
        this.executor = executor;
    }

    /// @param bytes of memory that the task holds
    void run(long bytes, Runnable work) {
        Task task = new Task(bytes + OVERHEAD, work);
        waiting.addAndGet(task.cost);
        tasks.add(task);
        arm();
    }

    boolean isFull() {
        return waiting.get() > FULL;
    }

    /// Calls back once, from any thread, as soon as little waits.
    void whenDrained(Runnable resume) {
        reader.set(resume);
        resumeIfLow();
    }

    private void arm() {
        if (armed.compareAndSet(false, true)) {
            try {
                executor.execute(this::drain);
            } catch (RejectedExecutionException e) {
                tasks.clear(); // the server has closed
            }
        }
    }

    private void drain() {
        for (Task task = tasks.poll(); task != null; task = tasks.poll()) {
            try {
                task.work.run();
            } catch (RuntimeException | Error e) {
                LOG.error("a handler failed", e);
            } finally {
                waiting.addAndGet(-task.cost);
                resumeIfLow();
            }
        }
        armed.set(false);
        if (!tasks.isEmpty()) {
            arm();
        }
    }

    private void resumeIfLow() {
        if (waiting.get() <= LOW && reader.get() != null) {
            Runnable resume = reader.getAndSet(null);
            if (resume != null) {
                resume.run();
            }
        }
    }
}
