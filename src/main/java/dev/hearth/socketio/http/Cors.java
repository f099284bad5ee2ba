package dev.hearth.socketio.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The headers that let the page of another origin read an answer. Only requests whose origin the
/// [AccessPolicy] allowed get this far. Credentials are allowed to them, for pages that send
/// cookies to a balancer in front; Hearth itself uses none.
final class Cors {
    private Cors() {}

    static void describe(HttpHeaders headers, @Nullable String origin) {
        if (origin != null) {
            headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
            headers.add(HttpHeaderNames.VARY, "Origin");
        }
    }

    static boolean isPreflight(Exchange exchange) {
        return exchange.method().equals("OPTIONS")
                && exchange.header(HttpHeaderNames.ACCESS_CONTROL_REQUEST_METHOD) != null;
    }

    static Map<String, String> preflight(Exchange exchange) {
        Map<String, String> headers = new HashMap<>();
        headers.put("access-control-allow-methods", "GET, HEAD, POST, PUT");
        headers.put("access-control-max-age", "600");
        String asked = exchange.header(HttpHeaderNames.ACCESS_CONTROL_REQUEST_HEADERS);
        if (asked != null) {
            headers.put("access-control-allow-headers", asked);
        }
        return headers;
    }
}
