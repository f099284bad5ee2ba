package dev.hearth.socketio.http;

import org.jspecify.annotations.Nullable;

/// How much of a request's body is kept, decided when its headers are here: nothing where Host,
/// Origin, method, transport or session refuse it, or nobody reads it. Thread-safe.
public final class BodyRules {
    private final Guard guard;
    private final ProtocolPath protocol;
    private final @Nullable HttpHandler http;
    private final int maxPayload;

    public BodyRules(
            Guard guard, ProtocolPath protocol, @Nullable HttpHandler http, int maxPayload) {
        this.guard = guard;
        this.protocol = protocol;
        this.http = http;
        this.maxPayload = maxPayload;
    }

    /// Bytes above which every request is refused.
    int most() {
        return maxPayload;
    }

    /// Bytes to keep; 0 to drop the body.
    int limit(Exchange exchange) {
        if (guard.refuses(exchange) || Cors.isPreflight(exchange)) {
            return 0;
        }
        if (protocol.isFor(exchange)) {
            return protocol.takesBody(exchange) ? maxPayload : 0;
        }
        return http == null
                ? 0
                : Math.min(maxPayload, http.maxBody(exchange.method(), exchange.path()));
    }
}
