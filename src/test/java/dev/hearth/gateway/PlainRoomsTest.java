package dev.hearth.gateway;

import static dev.hearth.gateway.OpenHouse.message;
import static dev.hearth.gateway.OpenHouse.ok;
import static dev.hearth.gateway.OpenHouse.request;
import static dev.hearth.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Public rooms, for clients of the plain chat.
final class PlainRoomsTest {
    private final OpenHouse house;
    private final WireClient ann;
    private String garden = "";

    PlainRoomsTest(@TempDir Path folder) {
        house = new OpenHouse(folder);
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

    private void says(String room, String text) {
        ok(ann.askNow("chat message", message(room, text)));
    }

    private static List<String> texts(WireClient client) {
        return client.heard("chat message").stream().map(JsonNode::asText).toList();
    }

    private static JsonNode join(WireClient client, String room) {
        return client.askNow("join room", room);
    }

    /// What is said in `room` now comes after everything that came before.
    private void flush(String room, WireClient client, String mark) {
        says(room, mark);
        await().until(() -> texts(client).contains("Ann: " + mark));
    }

    @Test
    void whatIsSaidGoesToTheRoomAndComesFromIt() {
        try (WireClient plain = house.plain("");
                WireClient other = house.plain("");
                WireClient lobby = house.plain("")) {
            says("#lobby", "before");
            assertThat(join(plain, "garden").path("room").asText()).isEqualTo("Garden");
            assertThat(join(other, "#Garden").path("room").asText()).isEqualTo("Garden");
            says("#lobby", "elsewhere");
            plain.askNow("chat message", "among plants");
            await().until(() -> texts(other).contains("among plants"));
            await().until(() -> OpenHouse.seqs(ann, garden).contains(2L));
            assertThat(plain.askNow("leave room").path("room").asText()).isEqualTo("lobby");
            says(garden, "not for who left");
            flush("#lobby", plain, "back");
            flush("#lobby", lobby, "end");
            assertThat(texts(plain))
                    .containsExactly("Ann: before", "among plants", "Ann: back", "Ann: end");
            assertThat(texts(lobby)).doesNotContain("among plants");
            assertThat(texts(other)).doesNotContain("Ann: elsewhere", "Ann: back");
        }
    }

    @Test
    void thePlaceInTheRoomIsAnOffset() {
        for (int n = 1; n <= 5; n++) {
            says(garden, "old " + n);
        }
        try (WireClient auth = house.plain("{\"room\":\"Garden\",\"serverOffset\":3}");
                WireClient event = house.plain("")) {
            event.askNow("join room", "Garden", 4);
            await().until(() -> texts(event).size() == 2);
            await().until(() -> texts(auth).size() == 3);
            assertThat(texts(auth)).containsExactly("Ann: old 3", "Ann: old 4", "Ann: old 5");
            assertThat(texts(event)).containsExactly("Ann: old 4", "Ann: old 5");
        }
    }

    @Test
    void aRoomThatIsNotThereOrNotForEverybodyIsRefused() {
        open("Secret", "private");
        try (WireClient plain = house.plain("")) {
            for (String name : List.of("Secret", "Cellar", "", "#")) {
                assertThat(join(plain, name).at("/error/code").asText()).isEqualTo("no_room");
            }
            assertThat(plain.askNow("join room").at("/error/code").asText()).isEqualTo("malformed");
            plain.askNow("chat message", "still in the lobby");
            await().until(() -> texts(plain).contains("still in the lobby"));
        }
        try (WireClient refused = house.plain("{\"room\":\"Secret\"}")) {
            assertThat(refused.connectAnswer().path("message").asText())
                    .isEqualTo("There is no public room “Secret” in this chat.");
        }
    }

    @Test
    void whoseRoomEndsIsTakenToNoOther() {
        try (WireClient plain = house.plain("")) {
            join(plain, "Garden");
            flush(garden, plain, "the last");
            ok(ann.askNow("close", request("room", garden)));
            assertThat(plain.await("left room").asText()).isEqualTo("Garden");
            assertThat(plain.askNow("chat message", "to whom").at("/error/code").asText())
                    .isEqualTo("no_room");
            assertThat(plain.askNow("leave room").path("room").asText()).isEqualTo("lobby");
            flush("#lobby", plain, "welcome back");
            assertThat(texts(plain)).containsExactly("Ann: the last", "Ann: welcome back");
        }
    }

    @Test
    void whoIsBannedFromARoomIsOutOfIt() {
        try (WireClient plain = house.plain("{\"name\":\"Mallory\"}")) {
            join(plain, "Garden");
            plain.askNow("chat message", "spam");
            String mallory =
                    ann.await("chat message", it -> it.path("text").asText().equals("spam"))
                            .at("/from/id")
                            .asText();
            ok(ann.askNow("ban", request("room", garden, "person", mallory)));
            assertThat(plain.await("left room").asText()).isEqualTo("Garden");
            assertThat(join(plain, "Garden").at("/error/code").asText()).isEqualTo("no_room");
        }
    }

    /// However fast somebody goes from room to room while much is said in both.
    @Test
    void nothingComesTwiceOrFromTheWrongRoom() {
        long seed = System.nanoTime();
        System.out.println("PlainRoomsTest seed " + seed);
        var random = new Random(seed);
        try (WireClient plain = house.plain("")) {
            List<String> expected = new ArrayList<>();
            boolean inGarden = false;
            for (int n = 0; n < 200; n++) {
                if (random.nextInt(3) == 0) {
                    plain.askNow(inGarden ? "leave room" : "join room", "Garden");
                    inGarden = !inGarden;
                }
                boolean toGarden = random.nextBoolean();
                says(toGarden ? garden : "#lobby", "n " + n);
                if (toGarden == inGarden) {
                    expected.add("Ann: n " + n);
                }
            }
            flush(inGarden ? garden : "#lobby", plain, "end");
            expected.add("Ann: end");
            assertThat(texts(plain)).isEqualTo(expected);
        }
    }
}
