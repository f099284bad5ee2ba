package dev.hearth.gateway;

import dev.hearth.model.Origin;
import dev.hearth.socketio.engine.Handshake;
import dev.hearth.socketio.http.ClientAddress;
import dev.hearth.socketio.http.HttpRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/// Where a connection comes from. Stateless.
///
/// What a proxy says counts only on a connection from this computer, where the owner runs the
/// proxy, or from one that the owner trusts: [Handshake#client] knows its headers.
final class Origins {
    private Origins() {}

    static Origin of(Handshake handshake) {
        return of(handshake.remote(), handshake.client());
    }

    static Origin of(HttpRequest request) {
        return of(request.remote(), request.client());
    }

    private static Origin of(InetSocketAddress from, @Nullable InetAddress client) {
        if (client == null) {
            return Origin.LOCAL;
        }
        if (!ClientAddress.isProxied(from, client)) {
            return Origin.of(from.getAddress());
        }
        return client.isLoopbackAddress() ? Origin.behindProxy() : Origin.behindProxy(client);
    }
}
