package dev.hearth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.gateway.HostWatcher;
import dev.hearth.log.StoreNotice;
import dev.hearth.model.Entry;
import dev.hearth.model.HearthException;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Person;
import dev.hearth.testkit.Patience;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a chat whose host loop fails.
final class WatchedHostTest {
    @TempDir Path folder;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Bomb bomb = new Bomb();

    @Test
    void aChatWhoseLoopFailedIsOpenedAgainFromItsLogOnTheSamePort() {
        try (WatchedHost host = start();
                Chatter ann = Chatter.connect(address(host))) {
            ann.say("before");
            hears(ann, "before");
            ann.say("boom");
            Patience.await().until(() -> said.size() == 2);
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

    private long openedAgain() {
        return said.stream().filter(each -> each.contains("open again")).count();
    }

    private static void hears(Chatter chatter, Object... texts) {
        Patience.await().untilAsserted(() -> assertThat(chatter.texts()).containsExactly(texts));
    }

    private WatchedHost start() {
        return WatchedHost.start(
                new RunningHost.Plan(
                        "Test",
                        folder,
                        0,
                        Optional.of("127.0.0.1"),
                        Optional.empty(),
                        List.of(),
                        true),
                bomb,
                new Notices(),
                InstantSource.system());
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
        @Override
        public void connected(Person person, InetSocketAddress from) {}

        @Override
        public void disconnected(Person person, String reason) {}

        @Override
        public void posted(Entry entry) {
            if (entry.payload().equals(new Posted("boom"))) {
                throw new OutOfMemoryError("a test");
            }
        }
    }
}
