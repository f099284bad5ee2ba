package dev.hearth.gateway;

import static dev.hearth.gateway.OpenHouse.message;
import static dev.hearth.gateway.OpenHouse.ok;
import static dev.hearth.gateway.OpenHouse.request;
import static dev.hearth.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.gateway.EventReader.Event;
import dev.hearth.model.Limits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `GET /rooms/NAME/events`.
final class RoomStreamsTest {
    private static final String PATH = "/rooms/Garden/events";

    private final Path folder;
    private final OpenHouse house;
    private final WireClient ann;
    private String garden = "";

    RoomStreamsTest(@TempDir Path folder) {
        this.folder = folder;
        house = new OpenHouse(folder.resolve("house"));
        ann = house.enter("Ann");
    }

    @BeforeEach
    void openRoom() {
        garden = open("Garden", "public");
    }

    @AfterEach
    void close() {
        ann.close();
        house.close();
    }

    private String open(String name, String kind) {
        return ok(ann.askNow("open", request("name", name, "kind", kind))).path("room").asText();
    }

    private String says(String text) {
        String id = OpenHouse.freshId();
        ok(ann.askNow("chat message", message(id, garden, text)));
        return id;
    }

    private EventReader read(String... headers) {
        return EventReader.open(house.port, PATH, headers);
    }

    private static List<String> names(EventReader reader) {
        return reader.events().stream().map(Event::name).toList();
    }

    @Test
    void tellsWhatHappensAsItHappens() {
        says("before");
        try (EventReader live = read();
                EventReader all = EventReader.open(house.port, "/rooms/%23garden/events?after=0")) {
            await().until(() -> live.lastId().equals("2"));
            String hello = says("hello\n“world” \uD83D\uDD25");
            ok(ann.askNow("edit", request("of", hello, "text", "changed")));
            ok(ann.askNow("react", request("of", hello, "emoji", "👍", "on", true)));
            ok(ann.askNow("delete", request("of", hello)));
            ok(ann.askNow("rename", request("room", garden, "name", "Park")));
            says("end");
            await().until(() -> live.texts().contains("end"));
            await().until(() -> all.texts().contains("end"));
            assertThat(names(live))
                    .containsExactly("message", "edited", "deleted", "renamed", "message");
            assertThat(names(all))
                    .containsExactly(
                            "message", "message", "edited", "deleted", "renamed", "message");
            Event first = live.events().getFirst();
            assertThat(first.id()).isEqualTo("3");
            assertThat(first.text()).isEqualTo("hello\n“world” \uD83D\uDD25");
            assertThat(first.data().at("/from/name").asText()).isEqualTo("Ann");
            assertThat(first.data().path("id").asText()).isEqualTo(hello);
            assertThat(first.data().path("seq").asLong()).isEqualTo(3);
            assertThat(live.events().get(1).data().path("of").asText()).isEqualTo(hello);
            assertThat(live.events().get(3).data().path("name").asText()).isEqualTo("Park");
        }
        // What was deleted is told of, and never shown.
        try (EventReader late = EventReader.open(house.port, "/rooms/park/events?after=1")) {
            await().until(() -> late.texts().contains("end"));
            assertThat(late.texts()).containsExactly("before", "", "", "end");
            assertThat(names(late)).containsExactly("message", "deleted", "renamed", "message");
        }
    }

    @Test
    void isForReadersOfPublicRoomsAlone() {
        open("Secret", "private");
        for (String name : List.of("Secret", "Cellar", "%23", garden)) {
            EventReader refused = EventReader.ask(house.port, "/rooms/" + name + "/events");
            assertThat(refused.status()).as(name).isEqualTo(404);
            assertThat(refused.header("content-type")).isEqualTo("application/json");
            assertThat(refused.code()).isEqualTo("no_room");
        }
        EventReader odd = EventReader.ask(house.port, PATH, "Last-Event-ID", "seven");
        assertThat(odd.status()).isEqualTo(400);
        assertThat(odd.code()).isEqualTo("malformed");
        assertThat(EventReader.ask(house.port, "/rooms/events").status()).isEqualTo(404);
        try (EventReader page = read("Origin", "http://localhost:8080")) {
            assertThat(page.header("content-type")).isEqualTo("text/event-stream");
            assertThat(page.header("access-control-allow-origin"))
                    .isEqualTo("http://localhost:8080");
            assertThat(page.header("cache-control")).contains("no-store");
        }
    }

    /// However often it is cut, and whatever is said meanwhile.
    @Test
    void comesBackWithoutLossOrRepetition() {
        long seed = System.nanoTime();
        System.out.println("RoomStreamsTest seed " + seed);
        var random = new Random(seed);
        List<String> heard = new ArrayList<>();
        List<String> said = new ArrayList<>();
        EventReader reader = read("Last-Event-ID", "0");
        for (int n = 0; n < 100; n++) {
            says("n " + n);
            said.add("n " + n);
            if (random.nextInt(5) == 0) {
                EventReader before = reader;
                await().until(() -> !before.lastId().isEmpty());
                List<Event> events = before.events();
                String last = events.isEmpty() ? before.lastId() : events.getLast().id();
                before.close();
                events.forEach(event -> heard.add(event.text()));
                reader = read("Last-Event-ID", last);
            }
        }
        EventReader last = reader;
        await().until(() -> heard.size() + last.events().size() >= said.size());
        heard.addAll(last.texts());
        last.close();
        assertThat(heard).isEqualTo(said);
    }

    @Test
    void whoDoesNotReadIsOwedLittleAndHoldsUpNobody() {
        List<String> said =
                IntStream.range(0, 500).mapToObj(n -> n + " " + "x".repeat(7_900)).toList();
        try (EventReader slow = EventReader.ask(house.port, PATH);
                EventReader quick = read()) {
            await().until(() -> !quick.lastId().isEmpty());
            said.stream()
                    .map(text -> ann.ask("chat message", message(garden, text)))
                    .toList()
                    .forEach(CompletableFuture::join);
            await().until(() -> quick.events().size() == said.size());
            // 4 MB were said: it is owed a page or two of them.
            assertThat(house.server.gauges().memory()).isLessThan(2_500_000);
            slow.start();
            await().until(() -> slow.events().size() == said.size());
            assertThat(slow.texts()).isEqualTo(said);
            assertThat(quick.texts()).isEqualTo(said);
        }
    }

    @Test
    void endsWithItsRoom() {
        try (EventReader reader = read()) {
            await().until(() -> !reader.lastId().isEmpty());
            says("the last");
            ok(ann.askNow("close", request("room", garden)));
            await().until(reader::hasEnded);
            assertThat(names(reader)).containsExactly("message", "ended");
        }
        assertThat(EventReader.ask(house.port, PATH).status()).isEqualTo(404);
    }

    @Test
    void anAddressHasSoManyStreams() {
        try (OpenHouse limited =
                new OpenHouse(folder.resolve("limited"), true, ChatNamespaces.PATIENCE)) {
            String path = "/rooms/lobby/events";
            String[] from = {"X-Forwarded-For", "192.0.2.7"};
            List<EventReader> open =
                    IntStream.range(0, Limits.STREAMS_OF_ADDRESS.value())
                            .mapToObj(_ -> EventReader.open(limited.port, path, from))
                            .toList();
            EventReader refused = EventReader.ask(limited.port, path, from);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("retry-after")).isNotEmpty();
            try (EventReader other =
                    EventReader.ask(limited.port, path, "X-Forwarded-For", "192.0.2.8")) {
                assertThat(other.status()).isEqualTo(200);
            }
            open.getFirst().close();
            await().until(() -> EventReader.ask(limited.port, path, from).status() == 200);
            open.forEach(EventReader::close);
        }
    }
}
