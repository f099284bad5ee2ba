package dev.hearth.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where something is in a tree of maps and lists. Immutable.
///
/// @param steps keys of maps, and places in lists from 1 on
public record DataPath(List<String> steps) {
    /// What is there, if anything.
    public Optional<Object> in(@Nullable Object tree) {
        @Nullable Object at = tree;
        for (String step : steps) {
            at =
                    switch (at) {
                        case Map<?, ?> map -> map.get(step);
                        case List<?> list -> item(list, step);
                        case null, default -> null;
                    };
        }
        return Optional.ofNullable(at);
    }

    /// The text there; a number as it is written.
    public Optional<String> text(@Nullable Object tree) {
        return in(tree).filter(found -> found instanceof String || found instanceof Number)
                .map(Object::toString);
    }

    private static @Nullable Object item(List<?> list, String step) {
        try {
            int place = Integer.parseInt(step);
            return 1 <= place && place <= list.size() ? list.get(place - 1) : null;
        } catch (NumberFormatException _) {
            return null;
        }
    }
}
