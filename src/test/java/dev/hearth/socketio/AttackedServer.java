package dev.hearth.socketio;

import dev.hearth.socketio.http.HostAndOrigin;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A server in a JVM of its own, whose heap an attack may fill. Prints its port, then answers each
/// line of its input: `gauges`, or `close`, which ends it.
final class AttackedServer {
    private static final String PAGE = "p".repeat(250_000);

    private AttackedServer() {}

    /// Answers `page` with 250 kB, holds `slow` for ever, and echoes everything else.
    private static final class Busy extends Recorder {
        final AtomicInteger connects = new AtomicInteger();

        @Override
        public ConnectAnswer connecting(Peer peer, @Nullable Object auth) {
            connects.incrementAndGet();
            return ConnectAnswer.ACCEPT;
        }

        @Override
        public void connected(Peer peer) {}

        @Override
        public void event(Peer peer, String name, List<@Nullable Object> arguments, Ack ack) {
            switch (name) {
                case "page" -> ack.send(new String(PAGE));
                case "slow" -> sleepForever();
                default -> ack.send("open");
            }
        }

        private static void sleepForever() {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void disconnected(Peer peer, String reason) {}
    }

    public static void main(String... arguments) throws IOException {
        Busy handler = new Busy();
        SocketServer server =
                new SocketServer(
                        ServerOptions.defaults()
                                .withBind("127.0.0.1", 0)
                                .withAccess(new HostAndOrigin(List.of())));
        server.namespace("/", handler);
        System.out.println(server.start().getPort());
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals("close")) {
                long start = System.nanoTime();
                server.close();
                System.out.println((System.nanoTime() - start) / 1_000_000);
                break;
            }
            Runtime runtime = Runtime.getRuntime();
            System.out.println(
                    "connects="
                            + handler.connects.get()
                            + " used="
                            + ((runtime.totalMemory() - runtime.freeMemory()) >> 20)
                            + "MB "
                            + server.gauges());
        }
        Runtime.getRuntime().halt(0);
    }
}
