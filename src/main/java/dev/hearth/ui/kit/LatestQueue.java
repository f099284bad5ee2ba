package dev.hearth.ui.kit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A queue in which a later item about a subject takes the place of the waiting one about the same
/// subject. An item without a subject keeps its place: nothing moves across it. So what waits is
/// bounded by the number of subjects, however often each changes. Thread-safe.
final class LatestQueue<T> {
    private static final class Slot<T> {
        private T item;
        private final @Nullable Object subject;

        Slot(T item, @Nullable Object subject) {
            this.item = item;
            this.subject = subject;
        }
    }

    private final Function<? super T, Optional<?>> subjects;
    private final Deque<Slot<T>> slots = new ArrayDeque<>();

    /// The slots behind the last item without a subject.
    private final Map<Object, Slot<T>> replaceable = new HashMap<>();

    LatestQueue(Function<? super T, Optional<?>> subjects) {
        this.subjects = subjects;
    }

    synchronized void add(T item) {
        @Nullable Object subject = subjects.apply(item).orElse(null);
        if (subject == null) {
            replaceable.clear();
            slots.add(new Slot<>(item, null));
            return;
        }
        @Nullable Slot<T> waiting = replaceable.get(subject);
        if (waiting != null) {
            waiting.item = item;
        } else {
            var slot = new Slot<>(item, subject);
            replaceable.put(subject, slot);
            slots.add(slot);
        }
    }

    /// Takes the first `most` items out.
    synchronized List<T> take(int most) {
        List<T> taken = new ArrayList<>(Math.min(most, slots.size()));
        while (taken.size() < most && !slots.isEmpty()) {
            Slot<T> slot = slots.remove();
            if (slot.subject != null) {
                replaceable.remove(slot.subject, slot);
            }
            taken.add(slot.item);
        }
        return taken;
    }

    synchronized boolean isEmpty() {
        return slots.isEmpty();
    }

    synchronized void clear() {
        slots.clear();
        replaceable.clear();
    }
}
