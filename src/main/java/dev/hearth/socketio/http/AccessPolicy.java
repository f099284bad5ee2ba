package dev.hearth.socketio.http;

import org.jspecify.annotations.Nullable;

/// Which Host and Origin headers a request may carry, on every transport and for plain HTTP.
@FunctionalInterface
public interface AccessPolicy {
    /// @param origin null when the request carries none (desktop and command line clients)
    boolean allows(@Nullable String host, @Nullable String origin);

    /// A sentence for the client that is not allowed, asked once for each refused request. Letters,
    /// digits and punctuation that JSON takes as it is.
    default String refusal(@Nullable String host, @Nullable String origin) {
        return "Forbidden";
    }
}
