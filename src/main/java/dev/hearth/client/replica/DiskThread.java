package dev.hearth.client.replica;

import dev.hearth.client.link.ChatLoop;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread on which a joined chat touches the disk, in the order in which it was asked to.
/// It exists while there is something to do. Thread-safe.
final class DiskThread {
    private static final Logger LOG = LoggerFactory.getLogger(DiskThread.class);

    private final ChatLoop loop;
    private final ThreadPoolExecutor executor;

    DiskThread(ChatLoop loop, String name) {
        this.loop = loop;
        executor =
                new ThreadPoolExecutor(
                        1,
                        1,
                        5,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        Thread.ofPlatform().daemon().name("hearth disk " + name).factory());
        executor.allowCoreThreadTimeOut(true);
    }

    /// Does `work`, and hands what comes of it to the chat's loop.
    <T> void ask(Supplier<T> work, Consumer<T> then, Consumer<HearthException> failed) {
        try {
            executor.execute(
                    () -> {
                        try {
                            T result = work.get();
                            loop.run(() -> then.accept(result));
                        } catch (HearthException e) {
                            loop.run(() -> failed.accept(e));
                        } catch (Throwable t) {
                            // Also Errors: the asker learns of them, and does not wait for ever.
                            loop.run(() -> failed.accept(unusable(t)));
                            LOG.error("What a joined chat keeps failed", t);
                        }
                    });
        } catch (RejectedExecutionException _) {
            // The chat was left: nobody waits for this any more.
        }
    }

    private static HearthException unusable(Throwable cause) {
        return new HearthException(
                ErrorCode.STORAGE, "What is kept of this chat could not be used.", cause);
    }

    /// Ends after what was asked for before, without waiting.
    void end() {
        executor.shutdown();
    }
}
