package dev.hearth.client.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EndpointTest {
    @ParameterizedTest
    @CsvSource({
        "http://h:1, h, '', 1, /socket.io, http://h:1/x",
        "http://h, h, '', 80, /socket.io, http://h:80/x",
        "https://h, h, '', 443, /socket.io, https://h:443/x",
        "http://my_pc:4500, my_pc, '', 4500, /socket.io, http://my_pc:4500/x",
        "http://h:1/team/, h, '', 1, /team/socket.io, http://h:1/team/x",
        "http://h:1/a/b, h, '', 1, /a/b/socket.io, http://h:1/a/b/x",
        "http://[::1]:3000, ::1, '', 3000, /socket.io, http://[::1]:3000/x",
        "http://[fe80::1%eth0]:3000/t/, fe80::1, eth0, 3000, /t/socket.io, http://[fe80::1]:3000/t/x",
    })
    void takesAnAddressApart(
            String server, String host, String zone, int port, String path, String url) {
        Endpoint endpoint = Endpoint.of(URI.create(server));
        assertThat(endpoint.host()).isEqualTo(host);
        assertThat(endpoint.zone()).isEqualTo(zone);
        assertThat(endpoint.port()).isEqualTo(port);
        assertThat(endpoint.socketIoPath()).isEqualTo(path);
        assertThat(endpoint.url("/x")).isEqualTo(url);
    }
}
