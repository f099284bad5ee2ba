package dev.hearth.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hearth.socketio.http.AddressLedger;
import dev.hearth.socketio.http.ClientAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How much a connection and an address may ask for.
class RatesTest {
    private static final String OPEN = "/socket.io/?EIO=4&transport=polling";

    private static int status(Fixture server, String... headers) throws IOException {
        try (RawSocket socket = new RawSocket(server.port)) {
            return socket.exchange("GET", OPEN, "", headers).status();
        }
    }

    @Test
    void whoComesThroughAProxyOfThisMachineIsCounted() throws IOException {
        try (Fixture server = new Fixture(Fixture.OPTIONS.withRates(new Rates(2, 0, 0, 0)))) {
            for (int i = 0; i < 2; i++) {
                assertThat(status(server, "X-Forwarded-For: 192.0.2.9, 192.0.2.1")).isEqualTo(200);
            }
            assertThat(status(server, "X-Forwarded-For: 192.0.2.8, 192.0.2.1")).isEqualTo(403);
            assertThat(status(server, "Forwarded: for=\"192.0.2.1:4711\"")).isEqualTo(403);
            assertThat(status(server, "X-Forwarded-For: 192.0.2.2")).isEqualTo(200);
            for (int i = 0; i < 5; i++) {
                assertThat(status(server)).isEqualTo(200);
            }
            assertThat(server.gauges().refused()).containsEntry("too many sessions", 2L);
        }
    }

    @Test
    void webSocketsThroughAProxyAreCountedAndGivenBack() throws IOException {
        String[] header = {"X-Forwarded-For: 192.0.2.1"};
        String query = "EIO=4&transport=websocket";
        try (Fixture server = new Fixture(Fixture.OPTIONS.withRates(new Rates(1, 0, 0, 0)))) {
            try (WebSocketClient first = WebSocketClient.connect(server.port, query, header)) {
                assertThat(first.next()).startsWith("0{");
                assertThat(status(server, header)).isEqualTo(403);
            }
            await().until(() -> server.gauges().sessions() == 0);
            assertThat(status(server, header)).isEqualTo(200);
        }
    }

    @Test
    void aConnectionThatAsksForNamespacesInALoopIsCut() throws IOException {
        try (Fixture server = new Fixture(Fixture.OPTIONS.withRates(new Rates(0, 0, 5, 0)));
                WebSocketClient client = WebSocketClient.open(server.port)) {
            int answers = 0;
            client.text("40/nowhere,");
            while (client.next().startsWith("44")) {
                answers++;
                client.text("40/nowhere,");
            }
            assertThat(answers).isEqualTo(5);
            await().until(() -> server.gauges().closed().containsKey("too many connects"));
        }
    }

    @Test
    void countsConnectionsSessionsAndConnectsOfAnAddress() throws IOException {
        AddressLedger ledger = new AddressLedger(2, 1, 3);
        InetAddress one = InetAddress.getByName("192.0.2.1");
        assertThat(ledger.openConnection(one)).isTrue();
        assertThat(ledger.openConnection(one)).isTrue();
        assertThat(ledger.openConnection(one)).isFalse();
        assertThat(ledger.openSession(one)).isTrue();
        assertThat(ledger.hasRoomForSession(one)).isFalse();
        assertThat(ledger.openSession(one)).isFalse();
        for (int i = 0; i < 3; i++) {
            assertThat(ledger.connects(one)).isTrue();
        }
        assertThat(ledger.connects(one)).isFalse();
        ledger.closeConnection(one);
        assertThat(ledger.openConnection(one)).isTrue();
        for (int i = 0; i < 10; i++) {
            assertThat(ledger.openConnection(null)).isTrue();
            assertThat(ledger.connects(null)).isTrue();
        }
    }

    @Test
    void anAddressWithNothingOpenIsForgotten() throws IOException {
        AddressLedger ledger = new AddressLedger(500, 200, 400);
        for (int i = 0; i < 5_000; i++) {
            InetAddress each =
                    InetAddress.getByAddress(new byte[] {10, 0, (byte) (i >> 8), (byte) i});
            ledger.openConnection(each);
            ledger.closeConnection(each);
        }
        assertThat(ledger.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "nobody",
            value = {
                "127.0.0.1,  nobody,                nobody",
                "::1,        nobody,                nobody",
                "127.0.0.1,  192.0.2.1,             192.0.2.1",
                "127.0.0.1,  '1.1.1.1, 192.0.2.1 ', 192.0.2.1",
                "127.0.0.1,  192.0.2.1:80,          192.0.2.1",
                "127.0.0.1,  [fe80::1]:80,          fe80::1",
                "127.0.0.1,  unknown,               127.0.0.1",
                "127.0.0.1,  '',                    127.0.0.1",
                "127.0.0.1,  '9.9.9.9, 192.0.2.1, 192.0.2.9', 192.0.2.1",
                "127.0.0.1,  192.0.2.9,             192.0.2.9",
                "192.0.2.9,  '9.9.9.9, 192.0.2.1',  192.0.2.1",
                "192.0.2.9,  nobody,                192.0.2.9",
                "192.0.2.7,  192.0.2.1,             192.0.2.7",
                "2001:db8:1:2:3:4:5:6, nobody,      2001:db8:1:2::",
            })
    void findsWhomARequestCountsFor(String remote, String chain, String client) throws IOException {
        InetSocketAddress from = new InetSocketAddress(InetAddress.getByName(remote), 1);
        Map<String, String> headers = chain == null ? Map.of() : Map.of("x-forwarded-for", chain);
        assertThat(new ClientAddress(Set.of(InetAddress.getByName("192.0.2.9"))).of(from, headers))
                .isEqualTo(client == null ? null : InetAddress.getByName(client));
    }
}
