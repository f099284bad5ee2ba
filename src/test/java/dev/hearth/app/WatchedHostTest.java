package dev.hearth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.cli.HostRequest;
import dev.hearth.cli.WebAccess;
import dev.hearth.gateway.HostWatcher;
import dev.hearth.log.StoreNotice;
import dev.hearth.model.Entry;
import dev.hearth.model.HearthException;
import dev.hearth.model.HostOptions;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Person;
import dev.hearth.testkit.Patience;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a chat whose host loop fails.
final class WatchedHostTest {
    private static final WatchedHost.Turns SOON_TOLD =
            new WatchedHost.Turns(Duration.ofMillis(300), Duration.ofMinutes(2));
    private static final WatchedHost.Turns SOON_OVER =
            new WatchedHost.Turns(Duration.ofMillis(100), Duration.ofMillis(700));

    private static final HostOptions CALLED_KITCHEN =
            new HostOptions(
                    true, Duration.ZERO, Duration.ZERO, Optional.empty(), Optional.of("Kitchen"));

    @TempDir Path folder;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Bomb bomb = new Bomb();
    private final AtomicBoolean failing = new AtomicBoolean();

    @Test
    void aChatWhoseLoopFailedIsOpenedAgainFromItsLogOnTheSamePort() {
        try (WatchedHost host = start();
                Chatter ann = Chatter.connect(address(host))) {
            ann.say("before");
            hears(ann, "before");
            assertThat(host.running().chatName()).isEqualTo("Kitchen");
            host.running().chat().rename("Garden").join();
            ann.say("boom");
            Patience.await().until(() -> said.size() == 2);
            assertThat(host.running().chatName()).as("not as it began").isEqualTo("Garden");
            assertThat(said.getFirst()).contains("OutOfMemoryError: a test");
            assertThat(said.getLast()).contains("open again");
            try (Chatter bob =
                    Chatter.connect(
                            address(host),
                            "socket.io-client",
                            "websocket",
                            Map.of("serverOffset", 0))) {
                hears(bob, "before", "boom");
                bob.say("after");
                hears(bob, "before", "boom", "after");
            }
            assertThat(host.ended()).isNotDone();
        }
    }

    @Test
    void aChatThatFailsAgainAndAgainIsOverWithAReason() {
        try (WatchedHost host = start()) {
            for (int i = 1; i <= 6; i++) {
                int failures = i;
                try (Chatter ann = Chatter.connect(address(host))) {
                    ann.say("boom");
                    Patience.await()
                            .until(() -> openedAgain() == failures || host.ended().isDone());
                }
            }
            assertThat(host.ended().join()).contains("failed 6 times", "OutOfMemoryError");
            assertThat(WatchedHost.failure(host.ended().join()))
                    .isInstanceOf(HearthException.class);
        }
    }

    @Test
    void aTurnThatLastsIsToldAndSoIsItsEnd() {
        try (WatchedHost host = start(SOON_TOLD);
                Chatter ann = Chatter.connect(address(host))) {
            ann.say("wait");
            Patience.await().until(() -> said.size() == 1);
            assertThat(said.getFirst()).contains("stood still for");
            bomb.defused.countDown();
            Patience.await().until(() -> said.size() == 2);
            assertThat(said.getLast()).isEqualTo("The chat goes on.");
            hears(ann, "wait");
            ann.say("after");
            hears(ann, "wait", "after");
            assertThat(host.ended()).isNotDone();
        }
    }

    @Test
    void aChatWhoseLoopDoesNotTurnAnyMoreIsOverWithAReason() {
        try (WatchedHost host = start(SOON_OVER);
                Chatter ann = Chatter.connect(address(host))) {
            ann.say("wait");
            Patience.await().until(() -> host.ended().isDone());
            assertThat(host.ended().join()).contains("stood still for");
            assertThat(said.getLast()).isEqualTo(host.ended().join());
        }
    }

    @Test
    void aChatWhoseServerRanOutOfMemoryIsOpenedAgain() {
        try (WatchedHost host = start();
                Chatter ann = Chatter.connect(address(host))) {
            ann.say("before");
            hears(ann, "before");
            failing.set(true);
            ann.say("is lost with its strand");
            Patience.await().until(() -> openedAgain() == 1);
            assertThat(said.getFirst()).contains("OutOfMemoryError: a strand");
            Patience.await().until(() -> connections(ann) == 2);
            ann.say("after");
            hears(ann, "before", "after");
            assertThat(host.ended()).isNotDone();
        }
    }

    @Test
    void aHandlerThatFailsOtherwiseCostsItsOwnRequestOnly() {
        ServerFailures failures = new ServerFailures();
        failures.accept(new IllegalStateException("a handler"));
        failures.accept(new StackOverflowError("one that went too deep"));
        failures.accept(new NoClassDefFoundError("the program was replaced"));
        assertThat(failures.grave()).isEmpty();
        OutOfMemoryError first = new OutOfMemoryError("first");
        failures.accept(first);
        failures.accept(new OutOfMemoryError("second"));
        assertThat(failures.grave()).containsSame(first);
    }

    private static long connections(Chatter chatter) {
        return chatter.lines().stream().filter(line -> line.startsWith("connected")).count();
    }

    private long openedAgain() {
        return said.stream().filter(each -> each.contains("open again")).count();
    }

    private static void hears(Chatter chatter, Object... texts) {
        Patience.await().untilAsserted(() -> assertThat(chatter.texts()).containsExactly(texts));
    }

    private WatchedHost start() {
        return start(WatchedHost.Turns.DEFAULT);
    }

    private WatchedHost start(WatchedHost.Turns turns) {
        return WatchedHost.start(
                new RunningHost.Plan(
                        "Test",
                        folder,
                        0,
                        new HostRequest(
                                Optional.empty(),
                                0,
                                Optional.of("127.0.0.1"),
                                Optional.empty(),
                                Optional.empty(),
                                WebAccess.NONE,
                                CALLED_KITCHEN,
                                HostRequest.LogLevel.QUIET,
                                false,
                                false,
                                true)),
                bomb,
                new Notices(),
                this::now,
                turns);
    }

    /// Strands ask for the time before they decide how fast somebody may write.
    private Instant now() {
        if (Thread.currentThread().isVirtual() && failing.compareAndSet(true, false)) {
            throw new OutOfMemoryError("a strand");
        }
        return Instant.now();
    }

    private static URI address(WatchedHost host) {
        return URI.create("http://127.0.0.1:" + host.address().getPort());
    }

    private final class Notices implements WatchedHost.Notices {
        @Override
        public void say(String sentence, boolean lasting) {
            said.add(sentence);
        }

        @Override
        public void log(StoreNotice notice) {}
    }

    /// Fails on the host loop, as anything there may when memory is short.
    private static final class Bomb implements HostWatcher {
        private final CountDownLatch defused = new CountDownLatch(1);

        @Override
        public void connected(Person person, InetSocketAddress from) {}

        @Override
        public void disconnected(Person person, String reason) {}

        @Override
        public void posted(Entry entry) {
            if (entry.payload().equals(new Posted("boom"))) {
                throw new OutOfMemoryError("a test");
            }
            if (entry.payload().equals(new Posted("wait"))) {
                standStill();
            }
        }

        private void standStill() {
            try {
                var _ = defused.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
