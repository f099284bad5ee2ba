package dev.hearth.ui.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.util.Subscription;

/// Says which items look different though they are the same: somebody has another name, what they
/// quote has changed, somebody has seen them. FX thread only.
final class Looks {
    private final List<Consumer<Predicate<Item>>> listeners = new ArrayList<>();

    Subscription subscribe(Consumer<Predicate<Item>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void changed(Predicate<Item> which) {
        List.copyOf(listeners).forEach(listener -> listener.accept(which));
    }
}
