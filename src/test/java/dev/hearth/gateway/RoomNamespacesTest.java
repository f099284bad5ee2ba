package dev.hearth.gateway;

import static dev.hearth.gateway.OpenHouse.message;
import static dev.hearth.gateway.OpenHouse.ok;
import static dev.hearth.gateway.OpenHouse.request;
import static dev.hearth.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hearth.testkit.NodeProcess;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The namespaces `/rooms/NAME`.
final class RoomNamespacesTest {
    private final OpenHouse house;
    private final WireClient ann;

    RoomNamespacesTest(@TempDir Path folder) {
        house = new OpenHouse(folder);
        ann = house.enter("Ann");
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

    private WireClient connect(String name, String auth) {
        return WireClient.connect(house.port, "/rooms/" + name, auth);
    }

    private String refusal(String name) {
        try (WireClient client = connect(name, "")) {
            return client.connectAnswer().path("message").asText("none");
        }
    }

    private static List<String> texts(WireClient client) {
        return client.heard("chat message").stream().map(JsonNode::asText).toList();
    }

    @Test
    void aRoomIsAPlainChatOfItsOwn() {
        String garden = open("Garden", "public");
        says(garden, "before");
        try (WireClient plain = connect("Garden", "{\"username\":\"Bot\"}");
                WireClient other = connect("%47arden", "{\"serverOffset\":1}");
                WireClient lobby = connect("lobby", "")) {
            assertThat(plain.ask("chat message", "hello", "offset-1").join().size()).isZero();
            assertThat(plain.ask("chat message", "hello", "offset-1").join().size()).isZero();
            says(garden, "answer");
            says("#lobby", "elsewhere");
            await().until(() -> texts(plain).contains("Ann: answer"));
            await().until(() -> texts(other).contains("Ann: answer"));
            await().until(() -> texts(lobby).contains("Ann: elsewhere"));
            assertThat(texts(plain)).containsExactly("hello", "Ann: answer");
            assertThat(texts(other)).containsExactly("Ann: before", "hello", "Ann: answer");
            assertThat(texts(lobby)).containsExactly("Ann: elsewhere");
            assertThat(plain.heard().getFirst().arguments().path(1).asLong()).isEqualTo(3);
            JsonNode heard =
                    ann.await("chat message", it -> it.path("text").asText().equals("hello"));
            assertThat(heard.path("room").asText()).isEqualTo(garden);
            assertThat(heard.at("/from/name").asText()).isEqualTo("Bot");
            assertThat(plain.askNow("join room", "lobby").at("/error/code").asText())
                    .isEqualTo("unknown_event");
            plain.askNow("add user", "Bot");
            assertThat(house.puzzles).as("once a connection").containsExactly("Bot join room");
        }
    }

    @Test
    void anyNameCanBeSpelledOut() {
        for (String name : List.of("Küche, 50% ☕/sink?", "plain", "a+b c", "100%25")) {
            open(name, "public");
            String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
            assertThat(refusal(encoded)).as(encoded).isEqualTo("none");
        }
        // As it is, where no comma and nothing that looks encoded is in it.
        assertThat(refusal("a+b c")).isEqualTo("none");
        open("a%", "public");
        assertThat(refusal("a%")).isEqualTo("none");
    }

    @Test
    void whatIsNoPublicRoomIsNoNamespace() {
        String garden = open("Garden", "public");
        open("Secret", "private");
        ok(ann.askNow("close", request("room", garden)));
        for (String name : List.of("Secret", "Cellar", "", "Garden", "%00", "%ff", "lobby/x")) {
            assertThat(refusal(name)).as(name).isEqualTo("Invalid namespace");
        }
    }

    @Test
    void aRoomTakesItsNamespaceAlong() {
        String garden = open("Garden", "public");
        try (WireClient plain = connect("Garden", "")) {
            ok(ann.askNow("rename", request("room", garden, "name", "Park")));
            assertThat(plain.await("room renamed").asText()).isEqualTo("Park");
            assertThat(refusal("Garden")).isEqualTo("Invalid namespace");
            assertThat(refusal("park")).isEqualTo("none");
            says(garden, "still here");
            await().until(() -> texts(plain).contains("Ann: still here"));
            ok(ann.askNow("close", request("room", garden)));
            assertThat(plain.await("left room").asText()).isEqualTo("Park");
            await().until(plain::isDismissed);
            assertThat(plain.isClosed()).isFalse();
            String successor = open("Garden", "public");
            plain.connectAgain();
            plain.askNow("chat message", "new soil");
            await().until(() -> OpenHouse.seqs(ann, successor).contains(2L));
        }
    }

    /// Each version of the official library, with a name that it has to encode and decode.
    @Test
    void officialClientsChatThere() {
        String room = open("Tea room", "public");
        String address = "http://127.0.0.1:" + house.port + "/rooms/Tea%20room";
        for (String library :
                List.of("socket.io-client", "socket.io-client-3", "socket.io-client-2")) {
            try (NodeProcess client =
                    NodeProcess.start("clients/chatter.js", library, address, "websocket")) {
                client.awaitLine(line -> line.startsWith("connected"));
                says(room, "for " + library);
                client.awaitLine(line -> line.startsWith("heard [\"Ann: for " + library + "\""));
                client.tell("ask [\"from " + library + "\"]");
                client.awaitLine(line -> line.equals("acked []"));
            }
        }
    }
}
