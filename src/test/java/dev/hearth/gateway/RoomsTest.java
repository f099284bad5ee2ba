package dev.hearth.gateway;

import static dev.hearth.gateway.OpenHouse.id;
import static dev.hearth.gateway.OpenHouse.message;
import static dev.hearth.gateway.OpenHouse.ok;
import static dev.hearth.gateway.OpenHouse.request;
import static dev.hearth.gateway.OpenHouse.seqs;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hearth.testkit.Patience;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Coming into rooms and going, and who is told of what; and that whoever may not see a room learns
/// nothing of it.
final class RoomsTest {
    private static final String NOWHERE = "0123456789abcdef";

    private final OpenHouse house;
    private WireClient ann;
    private WireClient bob;
    private WireClient eve;

    RoomsTest(@TempDir Path folder) {
        house = new OpenHouse(folder);
        ann = house.enter("Ann");
        bob = house.enter("Bob");
        eve = house.enter("Eve");
    }

    @BeforeEach
    void everybodyIsKnown() {
        for (WireClient each : List.of(ann, bob, eve)) {
            ok(each.askNow("chat message", message("#lobby", "here")));
        }
    }

    @AfterEach
    void close() {
        List.of(ann, bob, eve).forEach(WireClient::close);
        house.close();
    }

    private String open(String name, String kind) {
        return ok(ann.askNow("open", request("name", name, "kind", kind))).path("room").asText();
    }

    private static boolean has(JsonNode rooms, String room, String standing) {
        for (JsonNode each : rooms.path("rooms")) {
            if (each.path("id").asText().equals(room)
                    && each.path("membership").asText().equals(standing)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isGone(JsonNode rooms, String room) {
        for (JsonNode each : rooms.path("gone")) {
            if (each.asText().equals(room)) {
                return true;
            }
        }
        return false;
    }

    /// In the order in which `client` heard of it.
    private static List<String> heardOf(WireClient client, String room) {
        return client.heard().stream()
                .filter(it -> it.arguments().toString().contains(room))
                .map(it -> it.event() + (it.event().equals("rooms") ? "" : it.first().path("seq")))
                .toList();
    }

    @Test
    void aNewPublicRoomIsToldToAllAndItsEntriesToThoseInIt() {
        String room = open("Games", "public");
        bob.await("rooms", it -> it.at("/changed/0/id").asText().equals(room));
        ann.await("rooms", it -> has(it, room, "member"));
        ok(ann.askNow("chat message", message(room, "hello")));
        ok(bob.askNow("join", request("room", room)));
        bob.await("rooms", it -> has(it, room, "member"));
        ok(ann.askNow("chat message", message(room, "hello again")));
        Patience.await().until(() -> seqs(bob, room).equals(List.of(1L, 2L, 3L, 4L)));
        Patience.await().until(() -> seqs(ann, room).equals(List.of(1L, 2L, 3L, 4L)));
        assertThat(seqs(eve, room)).isEmpty();
        assertThat(eve.askNow("history", Map.of("room", room, "after", 0)).path("entries"))
                .hasSize(4);
    }

    @Test
    void somebodyWhoGoesGetsTheEntryThatSaysSoThenHowTheRoomIsAndThenNothing() {
        String room = open("Games", "public");
        ok(bob.askNow("join", request("room", room)));
        Patience.await().until(() -> seqs(bob, room).size() == 2);
        ok(bob.askNow("leave", request("room", room)));
        bob.await("entry", it -> it.path("kind").asText().equals("left"));
        Patience.await().until(() -> heardOf(bob, room).getLast().equals("rooms"));
        ok(ann.askNow("chat message", message(room, "without him")));
        ok(bob.askNow("chat message", message("#lobby", "end")));
        Patience.await().until(() -> seqs(bob, "#lobby").size() == 4);
        assertThat(seqs(bob, room)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void somebodyWhoIsRemovedFromAPrivateRoomSeesItGo() {
        String room = open("Plans", "private");
        ok(ann.askNow("invite", request("room", room, "person", id(bob))));
        bob.await("rooms", it -> has(it, room, "invited"));
        assertThat(seqs(bob, room)).isEmpty();
        ok(bob.askNow("join", request("room", room)));
        Patience.await().until(() -> seqs(bob, room).size() == 3);
        ok(ann.askNow("kick", request("room", room, "person", id(bob))));
        bob.await("rooms", it -> isGone(it, room));
        ok(ann.askNow("chat message", message(room, "without him")));
        ok(ann.askNow("topic", request("room", room, "topic", "secret")));
        ok(bob.askNow("chat message", message("#lobby", "end")));
        Patience.await().until(() -> seqs(bob, "#lobby").size() == 4);
        assertThat(seqs(bob, room)).containsExactly(1L, 2L, 3L, 4L);
        List<String> heard = heardOf(bob, room);
        assertThat(heard.subList(heard.size() - 2, heard.size()))
                .containsExactly("entry4", "rooms");
        nobodyKnows(bob, room, "without");
    }

    @Test
    void whoMayNotSeeARoomLearnsNothingOfIt() {
        String room = open("Conspiracy", "private");
        ok(ann.askNow("invite", request("room", room, "person", id(bob))));
        ok(bob.askNow("join", request("room", room)));
        Map<String, Object> said = message("m-secret", room, "xyzzy is the word");
        ok(ann.askNow("chat message", said));
        ok(ann.askNow("edit", request("of", "m-secret", "text", "xyzzy was the word")));
        ok(bob.askNow("react", request("of", "m-secret", "emoji", "👍", "on", true)));
        ok(ann.askNow("rename", request("room", room, "name", "Conspiracy 2")));
        bob.emit("typing", Map.of("room", room));
        ann.await("typing", it -> it.path("room").asText().equals(room));
        ok(bob.askNow("read", Map.of("room", room, "seq", 3)));
        ann.await("read", it -> it.path("room").asText().equals(room));
        try (WireClient late = house.enter("Late")) {
            nobodyKnows(late, room, "xyzzy");
        }
        nobodyKnows(eve, room, "xyzzy");
    }

    /// Whatever `client` asks about `room` is answered, to the byte, as about no room at all; and
    /// nothing it was told names it.
    private void nobodyKnows(WireClient client, String room, String word) {
        String before = house.state();
        sameAnswer(client, room, "history", "after", 0);
        sameAnswer(client, room, "history", "before", 100);
        sameAnswer(client, room, "history", "around", 1);
        sameAnswer(client, room, "search", "q", word);
        sameAnswer(client, room, "read", "seq", 1);
        sameAnswer(client, room, "typing", "x", 1);
        sameAnswer(client, room, "chat message", "text", "x");
        sameAnswer(client, room, "edit", "of", "m-secret", "text", "x");
        sameAnswer(client, room, "delete", "of", "m-secret");
        sameAnswer(client, room, "react", "of", "m-secret", "emoji", "👍", "on", true);
        sameAnswer(client, room, "join");
        sameAnswer(client, room, "leave");
        sameAnswer(client, room, "topic", "topic", "x");
        sameAnswer(client, room, "rename", "name", "x");
        for (String event : List.of("invite", "kick", "ban", "unban", "mute", "unmute")) {
            sameAnswer(client, room, event, "person", id(ann));
        }
        sameAnswer(client, room, "role", "person", id(ann), "role", "member");
        assertThat(client.askNow("delete", request("of", "m-secret")))
                .isEqualTo(client.askNow("delete", request("of", "m-nothing")));
        assertThat(client.askNow("search", Map.of("q", word)).path("hits")).isEmpty();
        assertThat(house.state()).isEqualTo(before);
        if (client != bob) {
            assertThat(client.heard().toString()).doesNotContain(room, word, "Conspiracy");
        }
    }

    private static void sameAnswer(WireClient client, String room, String event, Object... fields) {
        Map<String, Object> request = request(fields);
        request.put("room", room);
        String answer = client.askNow(event, request).toString();
        request.put("room", NOWHERE);
        assertThat(client.askNow(event, request).toString()).as(event).isEqualTo(answer);
        if (!event.equals("typing")) {
            assertThat(answer).as(event).contains("no_room");
        }
    }

    @Test
    void aConversationIsForItsTwoAlone() {
        String room = ok(ann.askNow("open", request("with", id(bob)))).path("room").asText();
        bob.await("rooms", it -> has(it, room, "member"));
        ok(bob.askNow("chat message", message("m-secret", room, "xyzzy")));
        Patience.await().until(() -> seqs(ann, room).equals(List.of(1L, 2L)));
        nobodyKnows(eve, room, "xyzzy");
        assertThat(ok(bob.askNow("open", request("with", id(ann)))).path("room").asText())
                .isEqualTo(room);
    }

    @Test
    void typingAndReadingAreToldToTheOthersInTheRoom() {
        ann.emit("typing", Map.of("room", "#lobby"));
        ann.emit("typing", Map.of("room", "#lobby"));
        ok(ann.askNow("read", Map.of("room", "#lobby", "seq", 2)));
        bob.await("read", it -> it.path("seq").asInt() == 2);
        assertThat(bob.heard("typing"))
                .containsExactly(
                        WireClient.tree("{\"room\":\"#lobby\",\"person\":\"" + id(ann) + "\"}"));
        assertThat(ann.heard("typing")).isEmpty();
    }

    @Test
    void whoComesAndGoesIsToldToAll() {
        try (WireClient _ = house.enter("Late")) {
            ann.await(
                    "presence", it -> it.path("people").findValuesAsText("name").contains("Late"));
        }
    }

    @Test
    void whoComesBackIsSentEachRoomFromWhereTheyWere() {
        String room = open("Games", "public");
        for (int n = 2; n <= 30; n++) {
            ok(ann.askNow("chat message", message("g-" + n, room, "x")));
        }
        String token = ann.await("welcome").path("token").asText();
        Map<String, Object> have =
                Map.of(
                        room,
                        Map.of("after", 10, "id", "g-10"),
                        "#lobby",
                        Map.of("after", 2, "id", "another"));
        try (WireClient again =
                WireClient.enter(house.port, Map.of("token", token, "have", have))) {
            Patience.await().until(() -> seqs(again, room).contains(30L));
            Patience.await().until(() -> seqs(again, "#lobby").contains(3L));
            assertThat(seqs(again, room))
                    .isEqualTo(LongStream.rangeClosed(11, 30).boxed().toList());
            assertThat(seqs(again, "#lobby")).containsExactly(1L, 2L, 3L);
            assertThat(again.await("welcome").path("diverged"))
                    .isEqualTo(WireClient.tree("[\"#lobby\"]"));
        }
    }
}
