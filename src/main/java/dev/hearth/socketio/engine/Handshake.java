package dev.hearth.socketio.engine;

import dev.hearth.socketio.http.ClientAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The HTTP request that opened a connection.
///
/// @param engineVersion 4 (Socket.IO clients 3 and 4) or 3 (clients 2)
/// @param headers names in lower case; the last value where one repeats
public record Handshake(
        InetSocketAddress remote,
        InetSocketAddress local,
        int engineVersion,
        Map<String, String> headers,
        Map<String, List<String>> query) {
    public Handshake {
        headers = Map.copyOf(headers);
        query = Map.copyOf(query);
    }

    /// Whom the connection counts for: its other end, the last address that a proxy on this machine
    /// names, or null, for nobody, when it comes from this machine itself. Of a global IPv6 address
    /// only the network counts.
    public @Nullable InetAddress client() {
        return ClientAddress.of(remote, headers);
    }
}
