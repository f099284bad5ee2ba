package dev.hearth.socketio.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A plain HTTP request. Its Host and Origin have passed the [AccessPolicy].
///
/// @param path decoded, beginning with `/`, not normalised
/// @param client for whom it counts ([ClientAddress]); null for nobody
/// @param headers names in lower case; the last value where one repeats
public record HttpRequest(
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, String> headers,
        InetSocketAddress remote,
        @Nullable InetAddress client,
        ByteBuffer body) {}
