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
/// proxy: [Handshake#client] knows its headers.
final class Origins {
    private Origins() {}

    static Origin of(Handshake handshake) {
        return of(handshake.remote(), handshake.client());
    }

    static Origin of(HttpRequest request) {
        return of(request.remote(), ClientAddress.of(request.remote(), request.headers()));
    }

    private static Origin of(InetSocketAddress from, @Nullable InetAddress client) {
        InetAddress remote = from.getAddress();
        if (!remote.isLoopbackAddress()) {
            return Origin.of(remote);
        }
        if (client == null) {
            return Origin.LOCAL;
        }
        return client.isLoopbackAddress() ? Origin.behindProxy() : Origin.behindProxy(client);
    }
}
