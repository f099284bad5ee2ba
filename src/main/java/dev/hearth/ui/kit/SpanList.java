package dev.hearth.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ModifiableObservableListBase;

/// An observable list that becomes another list by one change of the span in which the two differ.
/// What stands before and after that span keeps its rows, its selection and the keyboard. FX thread
/// only.
public final class SpanList<T> extends ModifiableObservableListBase<T> {
    private final List<T> backing = new ArrayList<>();

    /// Holds what `now` holds. Nothing is told where that is what the list holds already.
    public void show(List<? extends T> now) {
        int common = Math.min(size(), now.size());
        int start = 0;
        while (start < common && get(start).equals(now.get(start))) {
            start++;
        }
        int after = 0;
        while (after < common - start
                && get(size() - 1 - after).equals(now.get(now.size() - 1 - after))) {
            after++;
        }
        replace(start, size() - after, now.subList(start, now.size() - after));
    }

    private void replace(int from, int to, List<? extends T> fresh) {
        beginChange();
        try {
            remove(from, to);
            addAll(from, fresh);
        } finally {
            endChange();
        }
    }

    @Override
    public T get(int index) {
        return backing.get(index);
    }

    @Override
    public int size() {
        return backing.size();
    }

    @Override
    protected void doAdd(int index, T element) {
        backing.add(index, element);
    }

    @Override
    protected T doSet(int index, T element) {
        return backing.set(index, element);
    }

    @Override
    protected T doRemove(int index) {
        return backing.remove(index);
    }
}
