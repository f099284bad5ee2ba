package dev.hearth.ui.shell;

import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.kit.Toasts;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The last resort on the FX thread: an error that nobody expected is logged, and told in words.
final class UncaughtErrors {
    private static final Logger LOG = LoggerFactory.getLogger(UncaughtErrors.class);

    private UncaughtErrors() {}

    /// For the thread that calls: the FX thread.
    static void showBy(Toasts toasts) {
        var showing = new AtomicBoolean();
        Thread.currentThread()
                .setUncaughtExceptionHandler(
                        (thread, error) -> {
                            LOG.error("unexpected failure in the window", error);
                            // An error while showing the error would come here again.
                            if (showing.compareAndSet(false, true)) {
                                try {
                                    toasts.show(Texts.text("error.window"));
                                } finally {
                                    showing.set(false);
                                }
                            }
                        });
    }
}
