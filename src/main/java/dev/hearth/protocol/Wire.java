package dev.hearth.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What the codecs have in common. Stateless.
final class Wire {
    private Wire() {}

    /// The name of an enum's value: lower case.
    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
        return Stream.of(all).filter(each -> name(each).equals(name)).findFirst();
    }

    /// The maps in the list under `key` that `read` makes sense of; of a list that is too long the
    /// first.
    static <T> List<T> list(Map<?, ?> map, String key, Function<Map<?, ?>, Optional<T>> read) {
        if (!(map.get(key) instanceof List<?> list)) {
            return List.of();
        }
        return list.stream()
                .limit(WireBounds.LIST)
                .flatMap(
                        each ->
                                each instanceof Map<?, ?> inner
                                        ? read.apply(inner).stream()
                                        : Stream.of())
                .toList();
    }

    static <T> List<Map<String, Object>> maps(List<T> all, Function<T, Map<String, Object>> write) {
        return all.stream().map(write).toList();
    }

    static Map<String, Object> map(String key, Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(key, value);
        return map;
    }
}
