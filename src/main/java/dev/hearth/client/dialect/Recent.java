package dev.hearth.client.dialect;

import java.util.LinkedHashMap;
import java.util.Map;

/// The last so many different things, to know them again. Confined to the chat's loop.
final class Recent<T> {
    private final Map<T, Boolean> things;

    Recent(int bound) {
        things =
                new LinkedHashMap<>() {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<T, Boolean> eldest) {
                        return size() > bound;
                    }
                };
    }

    /// @return false when it was here already
    boolean add(T thing) {
        return things.put(thing, true) == null;
    }

    boolean contains(T thing) {
        return things.containsKey(thing);
    }

    void remove(T thing) {
        things.remove(thing);
    }

    void clear() {
        things.clear();
    }
}
