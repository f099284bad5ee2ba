package dev.hearth.ui.kit;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/// What a view has subscribed to between `attach` and `detach`, given up together, last first. FX
/// thread only.
public final class Subscriptions {
    private final Deque<Subscription> open = new ArrayDeque<>();

    public void add(Subscription subscription) {
        open.push(subscription);
    }

    /// Runs `listener` with the value now and at each change.
    public <T> void watch(ObservableValue<T> value, java.util.function.Consumer<T> listener) {
        add(value.subscribe(listener));
    }

    public void close() {
        while (!open.isEmpty()) {
            open.pop().unsubscribe();
        }
    }
}
