package dev.hearth.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hearth.socketio.http.Timings;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private static List<String> eventLoops() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("nioEventLoop") || name.startsWith("multiThread"))
                .toList();
    }

    @Test
    void aPortThatIsTakenIsSaidAndNothingStays() throws Exception {
        await().until(() -> eventLoops().isEmpty());
        ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        int port = taken.getLocalPort();
        try (SocketServer server =
                new SocketServer(ServerOptions.defaults().withBind("127.0.0.1", port))) {
            assertThatThrownBy(server::start).isInstanceOf(BindException.class);
            await().until(() -> eventLoops().isEmpty());
            taken.close();
            assertThat(server.start().getPort()).isEqualTo(port);
        }
        await().until(() -> eventLoops().isEmpty());
    }

    @Test
    void anAddressThatIsNotOursIsSaid() {
        for (String address : List.of("192.0.2.1", "no-such-host.invalid")) {
            try (SocketServer server =
                    new SocketServer(ServerOptions.defaults().withBind(address, 0))) {
                assertThatThrownBy(server::start).isInstanceOf(BindException.class);
            }
        }
        await().until(() -> eventLoops().isEmpty());
    }

    @Test
    void closingSendsWhatWaitsFreesThePortAndEndsTheThreads() throws Exception {
        Fixture server = new Fixture();
        try (WebSocketClient socket = WebSocketClient.joined(server.port);
                PollingClient polling = PollingClient.joined(server.port);
                PollingClient silent = PollingClient.joined(server.port)) {
            assertThat(silent.sid).isNotEmpty();
            polling.get.request("GET", polling.target(), "");
            await().until(() -> server.handler.peers.size() == 3);
            long start = System.nanoTime();
            server.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(2));
            // As a Node server that ends: a close packet would tell clients to stay away.
            assertThat(socket.next()).isEqualTo("end");
            assertThatThrownBy(polling.get::response).isInstanceOf(IOException.class);
        }
        assertThat(server.handler.log.stream().filter("disconnected server shutting down"::equals))
                .hasSize(3);
        await().until(() -> eventLoops().isEmpty());
        assertThat(server.gauges().sessions()).isZero();
        assertThat(server.gauges().connections()).isZero();
        assertThat(server.gauges().peers()).isZero();
        assertThat(server.gauges().timers()).isZero();
        try (ServerSocket again =
                new ServerSocket(server.port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(again.isBound()).isTrue();
        }
        server.close();
    }

    @Test
    void whatWaitsIsSentBeforeTheClose() throws Exception {
        Fixture server = new Fixture();
        try (WebSocketClient socket = WebSocketClient.joined(server.port);
                PollingClient polling = PollingClient.joined(server.port)) {
            await().until(() -> server.handler.peers.size() == 2);
            server.root.emit(OutboundEvent.of("last"));
            Thread closing = Thread.startVirtualThread(server::close);
            assertThat(polling.poll().body()).isEqualTo("42[\"last\"]");
            assertThatThrownBy(polling::poll).isInstanceOf(IOException.class);
            assertThat(socket.next()).isEqualTo("42[\"last\"]");
            assertThat(socket.next()).isEqualTo("end");
            closing.join();
        }
    }

    @Test
    void aHandlerThatHangsDoesNotHoldTheCloseUp() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        class Hanging extends Recorder {
            @Override
            public void event(Peer peer, String name, List<@Nullable Object> arguments, Ack ack) {
                log.add("hanging");
                try {
                    never.await();
                } catch (InterruptedException e) {
                    interrupted.countDown();
                }
            }
        }
        Fixture server = new Fixture(Fixture.OPTIONS, Timings.DEFAULT, new Hanging());
        try (WebSocketClient socket = WebSocketClient.joined(server.port)) {
            socket.text("42[\"x\"]");
            await().until(() -> server.handler.log.contains("hanging"));
            long start = System.nanoTime();
            server.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(2));
            interrupted.await();
        }
    }

    @Test
    void namespacesAreAddedBeforeTheStartOnly() {
        try (Fixture server = new Fixture()) {
            assertThatThrownBy(() -> server.server.namespace("/late", new Recorder()))
                    .isInstanceOf(IllegalStateException.class);
        }
        SocketServer unstarted = new SocketServer(ServerOptions.defaults());
        assertThatThrownBy(unstarted::address).isInstanceOf(IllegalStateException.class);
        unstarted.namespace("/", new Recorder());
        assertThatThrownBy(() -> unstarted.namespace("/", new Recorder()))
                .isInstanceOf(IllegalStateException.class);
        unstarted.close();
    }
}
