package dev.hearth.client.link;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread of a joined chat: all of its state is touched here and nowhere else. Tasks run in
/// the order in which they were handed in. Thread-safe.
public final class ChatLoop {
    private static final Logger LOG = LoggerFactory.getLogger(ChatLoop.class);

    private final ScheduledThreadPoolExecutor executor;
    private final Consumer<Throwable> failed;

    /// @param failed told, on the loop, of what a task threw
    public ChatLoop(String name, Consumer<Throwable> failed) {
        this.failed = failed;
        executor =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("hearth chat " + name).factory());
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /// Runs `task` on the loop; does nothing once the loop has ended.
    public void run(Runnable task) {
        try {
            executor.execute(guarded(task));
        } catch (RejectedExecutionException _) {
            // The chat was left: nobody waits for this any more.
        }
    }

    /// Runs `task` on the loop after `delay`, unless what is returned is run before.
    public Runnable after(Duration delay, Runnable task) {
        try {
            var future = executor.schedule(guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> future.cancel(false);
        } catch (RejectedExecutionException _) {
            return () -> {};
        }
    }

    /// Ends the loop after what was handed in before, without waiting.
    public void end() {
        executor.shutdown();
    }

    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                // The executor would keep it to itself, and nobody would hear of it.
                LOG.error("A task of a joined chat failed", e);
                failed.accept(e);
            }
        };
    }
}
