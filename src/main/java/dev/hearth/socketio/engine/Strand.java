package dev.hearth.socketio.engine;

import dev.hearth.socketio.http.Charge;
import dev.hearth.socketio.http.Failures;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Runs the tasks of one connection one after the other on a virtual thread, which exists only
/// while there are some. It never refuses a task; the reader of the network asks [#isFull] after
/// each and stops reading until [#whenDrained], so what waits is bounded. A question waits while
/// its connection does not read the answers to the former ones. Thread-safe.
public final class Strand {
    /// What a waiting task costs beside its bytes.
    private static final int OVERHEAD = 500;

    private static final long FULL = 512 * 1024;
    private static final long LOW = FULL / 4;

    /// @param question whether it waits for the reader, and is dropped once the connection has
    ///   ended
    private record Task(long cost, boolean question, Runnable work) {}

    private final Executor executor;
    private final Failures failures;
    private final Charge charge;
    private final BooleanSupplier reads;
    private final Queue<Task> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean armed = new AtomicBoolean();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicReference<@Nullable Runnable> reader = new AtomicReference<>();
    private final AtomicReference<@Nullable Runnable> idle = new AtomicReference<>();
    private volatile boolean ended;

    /// @param reads whether the connection takes its answers; [#resume] is to be called when it
    ///   does again
    Strand(Executor executor, Failures failures, Charge charge, BooleanSupplier reads) {
        this.executor = executor;
        this.failures = failures;
        this.charge = charge;
        this.reads = reads;
    }

    /// Runs a task, whatever else is the case.
    public void run(Runnable work) {
        add(new Task(OVERHEAD, false, work));
    }

    /// Runs what a client asks for, when it reads its answers, and unless it is gone by then.
    ///
    /// @param bytes of memory that the question holds
    public void ask(long bytes, Runnable work) {
        if (!ended) {
            add(new Task(bytes + OVERHEAD, true, work));
        }
    }

    private void add(Task task) {
        long now = waiting.addAndGet(task.cost);
        tasks.add(task);
        charge.grown(now); // or its connection is being closed
        if (ended && task.question) {
            drop();
        }
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

    /// The connection reads again.
    void resume() {
        if (!tasks.isEmpty()) {
            arm();
        }
    }

    /// The connection has ended: drops what it asked for.
    ///
    /// @param whenIdle called once, from any thread, when nothing of it is left
    void end(Runnable whenIdle) {
        ended = true;
        idle.set(whenIdle);
        drop();
        arm();
    }

    private void drop() {
        tasks.removeIf(
                task -> {
                    if (task.question) {
                        waiting.addAndGet(-task.cost);
                    }
                    return task.question;
                });
        charge.shrunk(waiting.get());
    }

    private void arm() {
        if (armed.compareAndSet(false, true)) {
            try {
                executor.execute(this::drain);
            } catch (RejectedExecutionException e) {
                tasks.clear(); // the server has closed
                tellIdle();
            } catch (Error e) { // no memory for a thread: the next task tries again
                armed.set(false);
                failures.report(e);
            }
        }
    }

    private void drain() {
        for (Task task = next(); task != null; task = next()) {
            failures.run(task.work);
            long now = waiting.addAndGet(-task.cost);
            charge.shrunk(now);
            failures.run(this::resumeIfLow);
        }
        boolean nothingLeft = tasks.isEmpty();
        armed.set(false);
        if (nothingLeft && ended) {
            tellIdle();
        }
        if (mayGoOn()) {
            arm();
        }
    }

    private @Nullable Task next() {
        return mayGoOn() ? tasks.poll() : null;
    }

    /// Only one thread takes, so that what is seen here is what is taken; or, when it was dropped
    /// meanwhile, something that may run as well.
    private boolean mayGoOn() {
        Task task = tasks.peek();
        return task != null && (!task.question || ended || reads.getAsBoolean());
    }

    private void tellIdle() {
        Runnable task = idle.getAndSet(null);
        if (task != null) {
            task.run();
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
