package dev.hearth.gateway;

import static dev.hearth.gateway.OpenHouse.ok;
import static dev.hearth.gateway.OpenHouse.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hearth.log.Batch;
import dev.hearth.log.sqlite.SqliteChatLog;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.Payload;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import dev.hearth.testkit.Patience;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a `clientOffset` of the plain chat is good for, and what nobody can do with it.
final class PlainOffsetsTest {
    private static final String MALLORY = "{\"name\":\"Mallory\"}";
    private final Path folder;
    private OpenHouse house;

    PlainOffsetsTest(@TempDir Path folder) {
        this.folder = folder;
        house = new OpenHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private List<String> texts(WireClient client) {
        return client.heard("chat message").stream().map(JsonNode::asText).toList();
    }

    private List<String> stored() {
        try (WireClient reader = house.plain("{\"serverOffset\":0}");
                WireClient last = house.plain("")) {
            last.askNow("chat message", "the last", "last-" + System.nanoTime());
            Patience.await().until(() -> texts(reader).contains("the last"));
            return texts(reader).stream().filter(text -> !text.equals("the last")).toList();
        }
    }

    @Test
    void aGuestCannotUseUpTheOffsetsOfATutorialClient() {
        try (WireClient victim = house.plain("");
                WireClient mallory = house.plain(MALLORY)) {
            victim.askNow("chat message", "first", "Xq3-0");
            IntStream.rangeClosed(1, 20)
                    .forEach(n -> mallory.askNow("chat message", "mine " + n, "Xq3-" + n));
            IntStream.rangeClosed(1, 20)
                    .forEach(
                            n ->
                                    assertThat(
                                                    victim.ask("chat message", "v " + n, "Xq3-" + n)
                                                            .join())
                                            .isEmpty());
            assertThat(stored())
                    .contains("first")
                    .containsAll(IntStream.rangeClosed(1, 20).mapToObj(n -> "v " + n).toList());
        }
    }

    @Test
    void nobodyIsShownTheOffsetOfATutorialClient() {
        try (WireClient victim = house.plain("");
                WireClient guest = house.plain(MALLORY);
                WireClient ann = house.enter("Ann")) {
            victim.askNow("chat message", "hello", "Xq3-0");
            Patience.await().until(() -> texts(guest).contains("hello"));
            ann.await("chat message");
            assertThat(guest.heard().toString()).doesNotContain("Xq3");
            assertThat(ann.heard().toString()).doesNotContain("Xq3");
        }
    }

    @Test
    void theSameOffsetWithTheSameTextIsStoredOnceAlsoAfterARestart() {
        for (int connection = 0; connection < 2; connection++) {
            try (WireClient client = house.plain("")) {
                assertThat(client.ask("chat message", "hello", "Xq3-0").join()).isEmpty();
                assertThat(client.ask("chat message", "hello", "Xq3-0").join()).isEmpty();
            }
        }
        house.close();
        house = new OpenHouse(folder);
        try (WireClient client = house.plain("")) {
            assertThat(client.ask("chat message", "hello", "Xq3-0").join()).isEmpty();
        }
        assertThat(stored()).containsExactly("hello");
    }

    @Test
    void anOffsetWithAnotherTextIsAnotherMessage() {
        try (WireClient guest = house.plain(MALLORY)) {
            guest.askNow("chat message", "one", "p1");
            guest.askNow("chat message", "two", "p1");
            guest.askNow("chat message", "two", "p1");
            guest.askNow("chat message", "one", "p1");
            Patience.await().until(() -> texts(guest).contains("two"));
        }
        assertThat(stored()).containsExactly("one", "two");
    }

    @Test
    void whateverAnOffsetIsEveryCommandTakesTheIdItMakes() {
        List<Object> offsets =
                Stream.concat(
                                Stream.of(1, 63, 64, 65, 199, 200, 201, 5_000).map("x"::repeat),
                                Stream.of("a b", "/", "//", "\u0000", "é", "🔥", "#lobby", " ", ""))
                        .<Object>map(it -> it)
                        .toList();
        try (WireClient owner = house.owner();
                WireClient plain = house.plain("")) {
            plain.askNow("chat message", "without an offset");
            plain.ask("chat message", "a number", 7).join();
            for (Object offset : offsets) {
                plain.ask("chat message", "by a client", offset).join();
            }
            int all = 2 + offsets.size();
            Patience.await().until(() -> owner.heard("chat message").size() == all);
            for (JsonNode message : owner.heard("chat message")) {
                String id = message.path("id").asText();
                ok(owner.askNow("react", request("of", id, "emoji", "👍", "on", true)));
                ok(
                        owner.askNow(
                                "chat message",
                                request("room", "#lobby", "text", "yes", "replyTo", id)));
                // Only an author may edit; that the id is one is what counts here.
                assertThat(
                                owner.askNow("edit", request("of", id, "text", "x"))
                                        .at("/error/code")
                                        .asText())
                        .isEqualTo("forbidden");
                ok(owner.askNow("delete", request("of", id)));
            }
        }
    }

    @Test
    void whatAnEarlierVersionStoredUnderALongerIdCanBeDeleted() {
        house.close();
        Person gus = new Person(new PersonId("gus1"), "Gus", Role.GUEST);
        EntryId id = new EntryId("/" + "o".repeat(200));
        try (SqliteChatLog store = SqliteChatLog.open(folder, InstantSource.system(), _ -> {})) {
            store.append(
                    Batch.of(
                            List.of(
                                    new Entry(
                                            RoomId.LOBBY,
                                            1,
                                            id,
                                            gus,
                                            Instant.EPOCH,
                                            new Payload.Posted("old")))));
        }
        house = new OpenHouse(folder);
        try (WireClient owner = house.owner()) {
            ok(owner.askNow("delete", request("of", id.value())));
        }
    }
}
