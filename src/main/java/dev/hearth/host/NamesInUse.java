package dev.hearth.host;

import dev.hearth.model.Names;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Which names are in use, so that no two are the same: neither when they are compared nor to the
/// eye. Of bearers from before that rule the first has the name. Confined to the host loop.
///
/// @param <T> the id of a bearer
final class NamesInUse<T> {
    private final Map<String, T> bearers = new HashMap<>();

    void take(String name, T bearer) {
        Names.looks(name).forEach(look -> bearers.putIfAbsent(look, bearer));
    }

    void release(String name, T bearer) {
        Names.looks(name).forEach(look -> bearers.remove(look, bearer));
    }

    /// Somebody else than `self` who is called `name`, or like it to the eye.
    Optional<T> other(String name, Optional<T> self) {
        return Names.looks(name).stream()
                .flatMap(look -> Optional.ofNullable(bearers.get(look)).stream())
                .filter(bearer -> !self.equals(Optional.of(bearer)))
                .findFirst();
    }

    /// Who may be called `name`: the same, or like it to the eye.
    Optional<T> bearer(String name) {
        return other(name, Optional.empty());
    }

    void clear() {
        bearers.clear();
    }
}
