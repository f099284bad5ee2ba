package dev.hearth.client.replica;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/// Tells whether any of many things lags behind, without looking at all of them: each is noted when
/// it may have fallen behind, and forgotten when a look finds that it has not. So each note costs
/// two looks at most, however many things there are. Confined to the chat's loop.
final class Lagging<T> {
    private final Predicate<T> lags;
    private final Set<T> noted = new LinkedHashSet<>();

    Lagging(Predicate<T> lags) {
        this.lags = lags;
    }

    /// Notes that `thing` may lag.
    void note(T thing) {
        noted.add(thing);
    }

    boolean isAny() {
        Iterator<T> each = noted.iterator();
        while (each.hasNext()) {
            if (lags.test(each.next())) {
                return true;
            }
            each.remove();
        }
        return false;
    }
}
