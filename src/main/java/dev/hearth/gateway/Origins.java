package dev.hearth.gateway;

import dev.hearth.model.Origin;
import dev.hearth.socketio.engine.Handshake;
import java.net.InetAddress;

/// Where a connection comes from. Stateless.
///
/// What a proxy says counts only on a connection from this computer, where the owner runs the
/// proxy, or from one that the owner trusts: [Handshake#client] knows its headers.
final class Origins {
    private Origins() {}

    static Origin of(Handshake handshake) {
        InetAddress client = handshake.client();
        if (client == null) {
            return Origin.LOCAL;
        }
        if (!handshake.isProxied()) {
            return Origin.of(handshake.remote().getAddress());
        }
        return client.isLoopbackAddress() ? Origin.behindProxy() : Origin.behindProxy(client);
    }
}
