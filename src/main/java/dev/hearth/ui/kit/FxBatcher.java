package dev.hearth.ui.kit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/// Carries items from background threads to the FX thread, a burst at a time.
///
/// One `Platform.runLater` per message starves the FX thread: 20,000 messages froze the window for
/// seconds. Here an item goes into a queue, and only the first one after a pause asks the FX thread
/// to come by; all that follow find it already asked. A drain takes at most `bound` items, so that
/// a flood leaves room for frames, and asks again when some are left.
///
/// Items may have a subject. A later item about the same subject replaces the one that still waits,
/// so that thousands of changes of one thing cost the FX thread one: see [LatestQueue].
///
/// Order is kept for items of one thread. [#add] may be called from any thread and waits for
/// nothing but another add; the sink runs where `fx` runs things.
public final class FxBatcher<T> {
    /// How many items one drain hands over when nothing else is said: enough that a burst is one
    /// change, few enough for one frame.
    public static final int DEFAULT_BOUND = 2_000;

    private final Executor fx;
    private final Consumer<? super List<T>> sink;
    private final int bound;
    private final LatestQueue<T> queue;
    private final AtomicBoolean armed = new AtomicBoolean();
    private volatile boolean closed;

    /// @param fx runs things on the FX thread, later: `Platform::runLater`
    /// @param sink gets each batch, never empty
    public FxBatcher(Executor fx, Consumer<? super List<T>> sink) {
        this(fx, DEFAULT_BOUND, sink);
    }

    public FxBatcher(Executor fx, int bound, Consumer<? super List<T>> sink) {
        this(fx, bound, item -> Optional.empty(), sink);
    }

    /// @param subjects what an item is about; empty for what no later item replaces
    public FxBatcher(
            Executor fx,
            int bound,
            Function<? super T, Optional<?>> subjects,
            Consumer<? super List<T>> sink) {
        this.fx = requireNonNull(fx);
        this.sink = requireNonNull(sink);
        this.bound = bound;
        queue = new LatestQueue<>(subjects);
    }

    public void add(T item) {
        if (closed) {
            return;
        }
        queue.add(item);
        arm();
    }

    /// Drops what waits and all that comes; the sink is not called again by later drains.
    public void close() {
        closed = true;
        queue.clear();
    }

    private void arm() {
        if (armed.compareAndSet(false, true)) {
            fx.execute(this::drain);
        }
    }

    private void drain() {
        List<T> batch = queue.take(bound);
        try {
            if (!batch.isEmpty() && !closed) {
                sink.accept(batch);
            }
        } finally {
            // Disarm only now: what arrived while the sink worked rides with the next drain.
            armed.set(false);
            if (!queue.isEmpty()) {
                arm();
            }
        }
    }
}
