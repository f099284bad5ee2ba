package dev.hearth.socketio;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The namespaces of a server: those with a name, and families of them, whose names begin alike.
/// Fixed once the server has started. Thread-safe.
final class Namespaces {
    private final Map<String, Namespace> byName = new ConcurrentHashMap<>();
    private final Map<String, Namespace> byPrefix = new ConcurrentHashMap<>();

    /// @throws IllegalStateException it exists already
    void add(Namespace namespace) {
        add(byName, namespace);
    }

    /// Every namespace whose name begins with that of `family`, and goes on.
    ///
    /// @throws IllegalStateException it exists already
    void addFamily(Namespace family) {
        add(byPrefix, family);
    }

    private static void add(Map<String, Namespace> all, Namespace namespace) {
        if (!namespace.name().startsWith("/")) {
            throw new IllegalArgumentException("a namespace begins with /: " + namespace.name());
        }
        if (all.putIfAbsent(namespace.name(), namespace) != null) {
            throw new IllegalStateException("exists already: " + namespace.name());
        }
    }

    /// @return null when there is none of this name
    @Nullable Namespace find(String name) {
        Namespace known = byName.get(name);
        if (known != null) {
            return known;
        }
        for (Namespace family : byPrefix.values()) {
            if (name.startsWith(family.name()) && name.length() > family.name().length()) {
                return family.named(name);
            }
        }
        return null;
    }

    /// How many peers are in them.
    long size() {
        return size(byName) + size(byPrefix);
    }

    private static long size(Map<String, Namespace> some) {
        return some.values().stream().mapToLong(Namespace::size).sum();
    }
}
