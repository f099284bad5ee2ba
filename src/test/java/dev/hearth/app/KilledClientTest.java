package dev.hearth.app;

import static dev.hearth.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.log.sqlite.SqliteChatLog;
import dev.hearth.model.Entry;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomId;
import dev.hearth.testkit.FaultProxy;
import dev.hearth.testkit.FaultProxy.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program is killed (SIGKILL) with messages in its outbox, again and again: while it is
/// offline, and while they are on their way. What it had shown goes out after a restart, once, in
/// order, and from the same person.
final class KilledClientTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TIMES = 6;
    private static final int EACH = 15;

    @TempDir private Path folder;

    @Test
    void whatWasWrittenGoesOutAfterARestartOnce() {
        long seed = System.nanoTime();
        System.out.println("KilledClientTest seed " + seed);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<String> written = new ArrayList<>();
        try (Program host = Program.host(folder.resolve("host"), "--limits", "off");
                FaultProxy way = FaultProxy.to(host.address().getPort())) {
            for (int time = 0; time < TIMES; time++) {
                write(way, written, time, random);
            }
            try (Program last = client(way)) {
                await().atMost(PATIENCE)
                        .untilAsserted(
                                () ->
                                        assertThat(last.out())
                                                .contains(
                                                        "delivered " + written.getLast(),
                                                        "online"));
            }
        }
        check(written, seed);
    }

    /// One run of the program, which ends with its death.
    private void write(FaultProxy way, List<String> written, int time, RandomGenerator random) {
        try (Program client = client(way)) {
            client.awaitLine("online");
            boolean offline = time % 2 == 0;
            if (offline) {
                way.strike(time % 4 == 0 ? Fault.CUT : Fault.FREEZE, random);
            }
            List<String> texts =
                    IntStream.range(0, EACH).mapToObj(n -> "run " + time + " text " + n).toList();
            texts.forEach(client::tell);
            client.awaitLine("added " + texts.getLast());
            written.addAll(texts);
            if (!offline) {
                int some = random.nextInt(EACH);
                await().atMost(PATIENCE)
                        .until(
                                () ->
                                        client.out().stream()
                                                        .filter(it -> it.startsWith("delivered"))
                                                        .count()
                                                >= some);
            }
        }
        way.mend();
    }

    private Program client(FaultProxy way) {
        return Program.start(
                WindowlessClient.class,
                way.address().toString(),
                "Ann",
                folder.resolve("client").toString());
    }

    private void check(List<String> written, long seed) {
        try (SqliteChatLog store =
                SqliteChatLog.open(folder.resolve("host/host"), InstantSource.system(), _ -> {})) {
            List<Entry> log = store.after(RoomId.LOBBY, 0, 10_000);
            assertThat(
                            log.stream()
                                    .filter(entry -> entry.payload() instanceof Posted)
                                    .map(entry -> ((Posted) entry.payload()).text()))
                    .as("seed " + seed)
                    .containsExactlyElementsOf(written);
            List<PersonId> authors =
                    log.stream().map(entry -> entry.from().id()).distinct().toList();
            assertThat(authors).as("one person, seed " + seed).hasSize(1);
        }
    }
}
