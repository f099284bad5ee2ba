package dev.hearth.gateway;

import dev.hearth.model.Origin;
import dev.hearth.socketio.engine.Handshake;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where a connection comes from. Stateless.
///
/// A proxy's headers count only on a connection from this computer, where the owner runs the proxy:
/// anybody else could write into them what they like. The last address is the one that the proxy
/// itself saw.
final class Origins {
    private static final String FORWARDED_FOR = "x-forwarded-for";
    private static final Set<String> PROXIED =
            Set.of(FORWARDED_FOR, "forwarded", "x-real-ip", "x-forwarded-host", "via");

    private Origins() {}

    static Origin of(Handshake handshake) {
        InetAddress remote = handshake.remote().getAddress();
        Map<String, String> headers = handshake.headers();
        if (!remote.isLoopbackAddress() || PROXIED.stream().noneMatch(headers::containsKey)) {
            return Origin.of(remote);
        }
        return last(headers.getOrDefault(FORWARDED_FOR, ""))
                .map(Origin::behindProxy)
                .orElseGet(Origin::behindProxy);
    }

    private static Optional<InetAddress> last(String addresses) {
        String last = addresses.substring(addresses.lastIndexOf(',') + 1).strip();
        try {
            return Optional.of(InetAddress.ofLiteral(last));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
