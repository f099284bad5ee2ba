package dev.hearth.app;

import static dev.hearth.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.Chat;
import dev.hearth.client.JoinRequest;
import dev.hearth.client.connection.SocketIoConnector;
import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.Event;
import dev.hearth.model.Message;
import dev.hearth.model.RoomId;
import dev.hearth.testkit.NodeProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The host is killed (SIGKILL) under load and started again on the same folder, many times.
/// Nothing that was acknowledged is lost or doubled, for the app's own client and for the official
/// one with `retries`.
final class KillTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path folder;

    private final List<Message> added = new CopyOnWriteArrayList<>();
    private final Map<EntryId, Delivery> delivery = new ConcurrentHashMap<>();

    @Test
    void nothingAcknowledgedIsLostOrDoubled() {
        kill(6, System.nanoTime());
    }

    @Test
    @Tag("soak")
    void norAfterTwoHundredTimes() {
        kill(200, System.nanoTime());
    }

    private void kill(int times, long seed) {
        System.out.println("KillTest seed " + seed);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Program host = host(0);
        URI address = host.address();
        SocketIoConnector connector = new SocketIoConnector(InstantSource.system());
        List<EntryId> sent = new ArrayList<>();
        try (NodeProcess js = NodeProcess.start("clients/retrier.js", address.toString());
                Chat app = connector.join(new JoinRequest(address, "Ann"), this::hear)) {
            for (int time = 0; time < times; time++) {
                int before = count(js, "acked ");
                IntStream.range(0, 20)
                        .forEach(_ -> sent.add(app.room(RoomId.LOBBY).send("app " + sent.size())));
                int more = 5 + random.nextInt(60);
                await().atMost(PATIENCE).until(() -> count(js, "acked ") > before + more);
                host.close();
                host = host(address.getPort());
                assertThat(host.address()).as("where it was before").isEqualTo(address);
                app.reconnectNow();
            }
            js.tell("stop");
            js.awaitLine(line -> line.equals("done"));
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () ->
                                    assertThat(sent)
                                            .allMatch(
                                                    id ->
                                                            Delivery.DELIVERED.equals(
                                                                    delivery.get(id))));
            int written = count(js, "acked ");
            await().atMost(PATIENCE).until(() -> count(js, "heard ") >= written + sent.size());
            check(address, js, written, sent.size());
        } finally {
            host.close();
        }
    }

    private void check(URI address, NodeProcess js, int written, int sent) {
        List<String> expectedJs =
                IntStream.rangeClosed(1, written).mapToObj(n -> "js " + n).toList();
        List<String> expectedApp = IntStream.range(0, sent).mapToObj(n -> "app " + n).toList();
        try (Chatter late =
                Chatter.connect(
                        address, "socket.io-client", "websocket", Map.of("serverOffset", 0))) {
            await().atMost(PATIENCE).until(() -> late.heard().size() >= written + sent);
            List<Object> texts = late.texts();
            assertThat(texts).hasSize(written + sent);
            assertThat(texts.stream().filter(text -> text.toString().startsWith("js ")))
                    .containsExactlyElementsOf(expectedJs);
            assertThat(texts.stream().filter(text -> text.toString().startsWith("Ann: ")))
                    .containsExactlyInAnyOrderElementsOf(
                            expectedApp.stream().map(text -> (Object) ("Ann: " + text)).toList());
            assertThat(late.heard().stream().map(arguments -> arguments.get(1)))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, written + sent)
                                    .mapToObj(n -> (Object) n)
                                    .toList());
            List<String> heard =
                    js.lines().stream()
                            .filter(line -> line.startsWith("heard "))
                            .map(line -> line.substring(6))
                            .toList();
            assertThat(heard)
                    .containsExactlyElementsOf(texts.stream().map(Object::toString).toList());
        }
        assertThat(added.stream().map(Message::text))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(expectedJs.stream(), expectedApp.stream()).toList());
    }

    private void hear(Event event) {
        switch (event) {
            case Event.MessageAdded(Message message) -> {
                added.add(message);
                delivery.put(message.id(), message.delivery());
            }
            case Event.MessageChanged(Message message) ->
                    delivery.put(message.id(), message.delivery());
            case Event _ -> {}
        }
    }

    private Program host(int port) {
        return Program.start(
                        "host",
                        "--no-gui",
                        "--limits",
                        "off",
                        "--bind",
                        "127.0.0.1",
                        "--port",
                        String.valueOf(port),
                        "--data",
                        folder.resolve("data").toString())
                .listening();
    }

    private static int count(NodeProcess node, String beginning) {
        return (int) node.lines().stream().filter(line -> line.startsWith(beginning)).count();
    }
}
