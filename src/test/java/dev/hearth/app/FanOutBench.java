package dev.hearth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.testkit.NodeProcess;
import dev.hearth.testkit.Patience;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Deliveries per second of processor time of the server's process: 500 clients by WebSocket, 100
/// bytes a message, Hearth (which syncs each message to its log first) beside Node's socket.io
/// (which keeps nothing), in turns. Prints medians and their ratio.
@Tag("bench")
final class FanOutBench {
    private static final int CLIENTS = 500;
    private static final int ROUNDS = 5;

    /// Messages of one round.
    private static final int MESSAGES = 600;

    /// Messages that are on their way at once, in the rounds without a pace.
    private static final int WINDOW = 10;

    @Test
    void deliveriesPerSecondOfProcessorTime(@TempDir Path folder) {
        try (Program hearth = Program.start(FanOutHost.class, folder.toString()).listening();
                NodeProcess node = NodeProcess.server("servers/fan-out.mjs");
                Peer ours = new Peer(hearth.address(), hearth.pid());
                Peer theirs = new Peer(node.address(), node.pid())) {
            for (Duration pace : List.of(Duration.ZERO, Duration.ofMillis(8))) {
                ours.round(pace);
                theirs.round(pace);
                List<Long> hearths = new ArrayList<>();
                List<Long> nodes = new ArrayList<>();
                for (int i = 0; i < ROUNDS; i++) {
                    hearths.add(ours.round(pace));
                    nodes.add(theirs.round(pace));
                }
                System.out.printf(
                        "deliveries per CPU-second, %s: Hearth %,d, Node %,d, ratio %.2f%n",
                        pace.isZero() ? WINDOW + " at once" : "one each " + pace.toMillis() + " ms",
                        median(hearths),
                        median(nodes),
                        (double) median(hearths) / median(nodes));
            }
        }
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static final class Peer implements AutoCloseable {
        private final FanOutClients clients;
        private final ProcessHandle process;

        Peer(URI server, long pid) {
            this.clients = new FanOutClients(server, CLIENTS);
            this.process = ProcessHandle.of(pid).orElseThrow();
        }

        /// @param pace between two messages; zero is as fast as they arrive
        /// @return deliveries per second of processor time
        long round(Duration pace) {
            long before = clients.heard();
            Duration used = used();
            long start = System.nanoTime();
            for (int i = 0; i < MESSAGES; i++) {
                if (pace.isZero()) {
                    awaitHeard(before + (long) (i - WINDOW) * CLIENTS);
                } else {
                    LockSupport.parkNanos(start + pace.toNanos() * i - System.nanoTime());
                }
                clients.send(i * 7);
            }
            awaitHeard(before + (long) MESSAGES * CLIENTS);
            assertThat(clients.heard() - before).isEqualTo((long) MESSAGES * CLIENTS);
            return (long) MESSAGES * CLIENTS * 1_000 / used().minus(used).toMillis();
        }

        private void awaitHeard(long count) {
            Patience.await()
                    .pollInterval(Duration.ofMillis(1))
                    .until(clients::heard, heard -> heard >= count);
        }

        private Duration used() {
            return process.info().totalCpuDuration().orElseThrow();
        }

        @Override
        public void close() {
            clients.close();
        }
    }
}
