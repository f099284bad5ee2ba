package dev.hearth.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.util.Subscription;

/// Says which items look different though they are the same: somebody has another name, what they
/// quote has changed, somebody has seen them. FX thread only.
public final class RedrawRequests {
    private final List<Consumer<Predicate<Item>>> listeners = new ArrayList<>();
    private final List<Predicate<Item>> waiting = new ArrayList<>();

    public Subscription subscribe(Consumer<Predicate<Item>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Remembers it for the next [#flush].
    void changed(Predicate<Item> which) {
        waiting.add(which);
    }

    /// Tells of all that changed since the last time, at once: a row that changed often is drawn
    /// once.
    void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        List<Predicate<Item>> all = List.copyOf(waiting);
        waiting.clear();
        Predicate<Item> any = item -> all.stream().anyMatch(which -> which.test(item));
        List.copyOf(listeners).forEach(listener -> listener.accept(any));
    }
}
