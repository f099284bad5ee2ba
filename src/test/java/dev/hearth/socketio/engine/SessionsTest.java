package dev.hearth.socketio.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.socketio.http.AddressLedger;
import dev.hearth.socketio.http.ClientAddress;
import dev.hearth.socketio.http.Counters;
import dev.hearth.socketio.http.Failures;
import dev.hearth.socketio.http.MemoryBudget;
import dev.hearth.socketio.http.Timings;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final ClientAddress CLIENTS = new ClientAddress(Set.of());

    private static final HeartbeatSettings PULSE =
            new HeartbeatSettings(Duration.ofSeconds(25), Duration.ofSeconds(20));

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Sessions sessions =
            new Sessions(
                    new EngineOptions(_ -> PULSE, 1_000_000, 1 << 20, 16 << 20),
                    Timings.DEFAULT,
                    new Counters(),
                    new MemoryBudget(1 << 30, new Counters()),
                    new AddressLedger(0, 2, 0),
                    Runnable::run,
                    new Failures(
                            failure -> {
                                throw new AssertionError(failure);
                            }),
                    _ -> new Silent());

    private static final class Silent implements Messages {
        @Override
        public void opened() {}

        @Override
        public void text(byte[] bytes, int from, int to) {}

        @Override
        public void binary(byte[] bytes) {}

        @Override
        public void closed(String reason, boolean farewell) {}

        @Override
        public void writableAgain() {}
    }

    private @Nullable EngineSession open(String address) throws UnknownHostException {
        InetSocketAddress remote = new InetSocketAddress(InetAddress.getByName(address), 1);
        Handshake handshake =
                new Handshake(remote, remote, CLIENTS.of(remote), 4, Map.of(), Map.of());
        return sessions.open(
                channel.eventLoop(), handshake, Protocol.V5, new PollingTransport(1_000_000));
    }

    @Test
    void admitsSoManyOfAnAddress() throws Exception {
        EngineSession first = requireNonNull(open("192.0.2.1"));
        assertThat(open("192.0.2.1")).isNotNull();
        assertThat(open("192.0.2.1")).isNull();
        assertThat(open("192.0.2.2")).isNotNull();
        first.close("test");
        first.close("test");
        assertThat(open("192.0.2.1")).isNotNull();
        assertThat(open("192.0.2.1")).isNull();
    }

    @Test
    void admitsAnyNumberOfThisMachine() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(open("127.0.0.1")).isNotNull();
            assertThat(open("::1")).isNotNull();
        }
    }

    @Test
    void opensNoneWhileClosing() throws Exception {
        sessions.close("test");
        assertThat(open("127.0.0.1")).isNull();
    }
}
