package dev.hearth.socketio.engine;

import dev.hearth.socketio.http.ClientAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The HTTP request that opened a connection.
///
/// @param client whom the connection counts for ([ClientAddress]): its other end, the last address
///   that a trusted proxy names, or null, for nobody, when it comes from this machine itself. Of a
///   global IPv6 address only the network counts.
/// @param engineVersion 4 (Socket.IO clients 3 and 4) or 3 (clients 2)
/// @param headers names in lower case; the last value where one repeats
public record Handshake(
        InetSocketAddress remote,
        InetSocketAddress local,
        @Nullable InetAddress client,
        int engineVersion,
        Map<String, String> headers,
        Map<String, List<String>> query) {
    public Handshake {
        headers = Map.copyOf(headers);
        query = Map.copyOf(query);
    }

    /// Whether a proxy that is believed passed it on and said so.
    public boolean isProxied() {
        return client != null && ClientAddress.isProxied(remote, client);
    }

    /// Where the client is, as far as is known: behind a proxy without its port.
    public InetSocketAddress from() {
        return client != null && isProxied() ? new InetSocketAddress(client, 0) : remote;
    }
}
