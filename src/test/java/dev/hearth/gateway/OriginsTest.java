package dev.hearth.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Origin;
import dev.hearth.socketio.engine.Handshake;
import dev.hearth.socketio.http.ClientAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OriginsTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, , , local, true",
        "::1, , , local, true",
        "127.0.0.1, x-forwarded-for, 203.0.113.7, proxy 203.0.113.7, false",
        "127.0.0.1, x-forwarded-for, '127.0.0.1, 203.0.113.7', proxy 203.0.113.7, false",
        "127.0.0.1, x-forwarded-for, 127.0.0.1, proxy, false",
        "127.0.0.1, x-forwarded-for, unknown, proxy, false",
        "::1, forwarded, for=203.0.113.7, proxy 203.0.113.7, false",
        "::1, x-real-ip, 203.0.113.7, proxy 203.0.113.7, false",
        "::1, via, 1.1 front, proxy, false",
        "192.0.2.9, , , 192.0.2.9, false",
        "192.0.2.9, x-forwarded-for, 203.0.113.7, proxy 203.0.113.7, false",
        "192.0.2.9, x-forwarded-for, unknown, 192.0.2.9, false",
        "192.0.2.1, , , 192.0.2.1, false",
        "192.0.2.1, x-forwarded-for, 127.0.0.1, 192.0.2.1, false",
        "2001:db8:1:2:3:4:5:6, , , 20010db800010002, false",
        "2001:db8:1:2:ffff::1, , , 20010db800010002, false",
    })
    void isTheAddressAndThisComputerOnlyWithoutAProxy(
            String remote, String header, String value, String address, boolean exempt) {
        Map<String, String> headers = new HashMap<>();
        if (header != null) {
            headers.put(header, value);
        }
        InetSocketAddress peer = new InetSocketAddress(InetAddress.ofLiteral(remote), 4400);
        var clients = new ClientAddress(Set.of(InetAddress.ofLiteral("192.0.2.9")));
        InetAddress client = clients.of(peer, headers);
        Handshake handshake = new Handshake(peer, peer, client, 4, headers, Map.of());

        assertThat(Origins.of(handshake)).isEqualTo(new Origin(address, exempt));
    }
}
