package dev.hearth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.JoinRequest;
import dev.hearth.client.JoinedFolders;
import dev.hearth.client.connection.SocketIoConnector;
import dev.hearth.log.sqlite.SqliteChatLog;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Entry;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.RoomId;
import dev.hearth.testkit.FaultProxy;
import dev.hearth.testkit.FaultProxy.Fault;
import dev.hearth.testkit.NodeProcess;
import dev.hearth.ui.chat.Onlooker;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A chat over a network that fails every moment in every way that networks fail. Afterwards each
/// client's list holds every message, once and in order: that of the app's own client as the window
/// shows it, and what an official client with `retries` heard.
final class FaultTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int JS_CLIENTS = 3;

    @TempDir private Path folder;

    @Test
    void everythingReachesEveryoneOnceAndInOrder() {
        run(10, 600, Duration.ofSeconds(6), Duration.ofMillis(400), System.nanoTime());
    }

    @Test
    @Tag("soak")
    void alsoFiftyPeopleAndTenThousandMessages() {
        run(50, 10_000, Duration.ofMinutes(5), Duration.ofMillis(1_500), System.nanoTime());
    }

    /// @param messages of the app's clients together; the JavaScript clients write as many more
    ///   each as one of those
    /// @param calm between one fault and the next
    private void run(int people, int messages, Duration time, Duration calm, long seed) {
        System.out.println("FaultTest seed " + seed);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int each = messages / people;
        long pauseMillis = time.toMillis() / each;
        RunningHost host = host();
        List<FaultProxy> ways =
                IntStream.range(0, Math.max(3, people / 4))
                        .mapToObj(_ -> FaultProxy.to(host.address().getPort()))
                        .toList();
        List<Onlooker> chats = new ArrayList<>();
        try (NodeProcess js = crowd(ways, each, pauseMillis)) {
            for (int i = 0; i < people; i++) {
                chats.add(join(ways.get(i % ways.size()).address(), "P" + i));
            }
            Awaitility.await("seed " + seed)
                    .atMost(PATIENCE)
                    .until(() -> chats.stream().allMatch(FaultTest::isIn));
            int calmFor = Math.max(1, (int) (calm.toMillis() / pauseMillis));
            int faults = talk(ways, chats, each, pauseMillis, calmFor, random);
            ways.forEach(FaultProxy::mend);
            int all = messages + JS_CLIENTS * each;
            try {
                Awaitility.await("seed " + seed)
                        .atMost(PATIENCE.plus(time))
                        .pollInterval(Duration.ofMillis(100))
                        .until(
                                () ->
                                        chats.stream().allMatch(chat -> chat.count() >= all)
                                                && heardByAll(js, all));
            } catch (ConditionTimeoutException e) {
                throw new AssertionError(standing(chats, js) + " of " + all, e);
            }
            System.out.println("FaultTest faults " + faults + " messages " + all);
            host.close();
            check(log(all), chats, js, all);
        } finally {
            chats.forEach(Onlooker::close);
            ways.forEach(FaultProxy::close);
            host.close();
        }
    }

    /// A person who was never in is refused when nobody answers in time, and tries again by hand.
    private static boolean isIn(Onlooker chat) {
        if (chat.chat().state() instanceof ConnectionState.Refused) {
            chat.chat().reconnectNow();
        }
        return chat.chat().state() instanceof ConnectionState.Online;
    }

    /// @param calm how many messages of each pass between faults
    private static int talk(
            List<FaultProxy> ways,
            List<Onlooker> chats,
            int each,
            long pauseMillis,
            int calm,
            RandomGenerator random) {
        int faults = 0;
        for (int n = 1; n <= each; n++) {
            for (Onlooker chat : chats) {
                chat.chat().room(RoomId.LOBBY).send(chat.name() + " " + n);
            }
            if (n % calm == 0) {
                strike(ways, random);
                faults++;
            }
            LockSupport.parkNanos(Duration.ofMillis(pauseMillis).toNanos());
        }
        return faults;
    }

    private static void strike(List<FaultProxy> ways, RandomGenerator random) {
        FaultProxy way = ways.get(random.nextInt(ways.size()));
        Fault fault = Fault.any(random);
        way.strike(fault, random);
        Thread.startVirtualThread(
                () -> {
                    LockSupport.parkNanos(Duration.ofMillis(300 + random.nextInt(1_500)).toNanos());
                    way.mend();
                });
    }

    /// Who has how many, when not everyone has all.
    private static String standing(List<Onlooker> chats, NodeProcess js) {
        Stream<String> apps =
                chats.stream()
                        .map(chat -> chat.name() + " " + chat.count() + " " + chat.chat().state());
        Stream<String> pages =
                IntStream.range(0, JS_CLIENTS)
                        .mapToObj(i -> "js" + i + " " + heard(js, "js" + i).size());
        return Stream.concat(apps, pages).collect(Collectors.joining("\n"));
    }

    private static void check(List<Entry> log, List<Onlooker> chats, NodeProcess js, int all) {
        List<String> texts = log.stream().map(FaultTest::text).toList();
        assertThat(texts).hasSize(all).doesNotHaveDuplicates();
        for (Onlooker chat : chats) {
            assertThat(chat.texts()).as(chat.name()).containsExactlyElementsOf(texts);
        }
        List<String> plain = log.stream().map(FaultTest::plainText).toList();
        for (int i = 0; i < JS_CLIENTS; i++) {
            assertThat(heard(js, "js" + i)).as("js" + i).containsExactlyElementsOf(plain);
        }
    }

    private static String text(Entry entry) {
        return entry.payload() instanceof Posted posted ? posted.text() : "";
    }

    /// As a client of the tutorial gets it. Nobody changes their name: the faults begin when
    /// everybody has heard a welcome, and a person who has keeps the name with the token.
    private static String plainText(Entry entry) {
        boolean app = text(entry).startsWith("P");
        return app ? entry.from().name() + ": " + text(entry) : text(entry);
    }

    private RunningHost host() {
        return RunningHost.start(
                new RunningHost.Plan(
                        "Faults",
                        folder,
                        0,
                        Optional.of("127.0.0.1"),
                        Optional.empty(),
                        List.of(),
                        false),
                new Quiet(),
                System.out::println,
                InstantSource.system());
    }

    private static Onlooker join(URI address, String name) {
        SocketIoConnector connector =
                new SocketIoConnector(InstantSource.system(), JoinedFolders.NONE);
        return new Onlooker(connector, new JoinRequest(address, name));
    }

    /// What is on the host's disk.
    private List<Entry> log(int all) {
        try (SqliteChatLog store = SqliteChatLog.open(folder, InstantSource.system(), _ -> {})) {
            List<Entry> log = new ArrayList<>();
            while (log.size() < all) {
                List<Entry> page = store.after(RoomId.LOBBY, log.size(), 1_000);
                log.addAll(page);
                if (page.isEmpty()) {
                    return log;
                }
            }
            return log;
        }
    }

    private static NodeProcess crowd(List<FaultProxy> ways, int each, long pauseMillis) {
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < JS_CLIENTS; i++) {
            arguments.add(ways.get(i % ways.size()).address().toString());
            arguments.add("js" + i);
            arguments.add(String.valueOf(each));
            arguments.add(String.valueOf(pauseMillis));
        }
        return NodeProcess.start("clients/crowd.js", arguments.toArray(String[]::new));
    }

    private static boolean heardByAll(NodeProcess js, int all) {
        return IntStream.range(0, JS_CLIENTS).allMatch(i -> heard(js, "js" + i).size() >= all);
    }

    private static List<String> heard(NodeProcess js, String name) {
        String beginning = "heard " + name + " ";
        return js.lines().stream()
                .filter(line -> line.startsWith(beginning))
                .map(line -> line.substring(beginning.length()))
                .toList();
    }
}
