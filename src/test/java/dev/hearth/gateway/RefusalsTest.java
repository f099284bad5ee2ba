package dev.hearth.gateway;

import static dev.hearth.gateway.OpenHouse.code;
import static dev.hearth.gateway.OpenHouse.id;
import static dev.hearth.gateway.OpenHouse.message;
import static dev.hearth.gateway.OpenHouse.ok;
import static dev.hearth.gateway.OpenHouse.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.testkit.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `/hearth` refuses, and that nothing comes of it.
final class RefusalsTest {
    private final Path folder;
    private final OpenHouse house;

    RefusalsTest(@TempDir Path folder) {
        this.folder = folder;
        house = new OpenHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void refused(String code, WireClient by, String event, Map<String, Object> fields) {
        String before = house.state();
        assertThat(code(by.askNow(event, fields))).as("%s %s", event, fields).isEqualTo(code);
        assertThat(house.state()).isEqualTo(before);
    }

    @Test
    void whatIsMalformedIsRefusedWithItsCodeAndChangesNothing() throws IOException {
        JsonNode examples =
                new ObjectMapper()
                        .readTree(Path.of("src", "test", "wire", "malformed.json").toFile());
        try (WireClient ann = house.enter("Ann");
                WireClient bob = house.enter("Bob")) {
            ok(ann.askNow("chat message", message("m-1", "#lobby", "x")));
            String before = house.state();
            for (JsonNode example : examples) {
                List<JsonNode> arguments = new ArrayList<>();
                example.path("arguments").forEach(arguments::add);
                String event = example.path("event").asText();
                assertThat(code(ann.askNow(event, arguments.toArray())))
                        .as("%s", example)
                        .isEqualTo(example.path("error").asText());
                ann.emit(event, arguments.toArray());
            }
            ok(ann.askNow("typing", Map.of("room", "#lobby")));
            assertThat(house.state()).isEqualTo(before);
            assertThat(ann.isClosed()).isFalse();
            ok(ann.askNow("chat message", message("m-end", "#lobby", "end")));
            bob.await("chat message", it -> it.path("id").asText().equals("m-end"));
            assertThat(bob.heard("chat message")).hasSize(2);
        }
    }

    @Test
    void whatBreaksARuleIsRefusedWithItsCodeAndChangesNothing() {
        try (WireClient owner = house.owner();
                WireClient ann = house.enter("Ann");
                WireClient bob = house.enter("Bob");
                WireClient guest = WireClient.enter(house.port, Map.of("guest", true))) {
            for (WireClient each : List.of(owner, ann, bob, guest)) {
                ok(each.askNow("chat message", message("#lobby", "here")));
            }
            ok(ann.askNow("chat message", message("m-1", "#lobby", "first")));
            ok(ann.askNow("chat message", message("m-2", "#lobby", "second")));
            ok(ann.askNow("delete", request("of", "m-2")));
            String plans =
                    ok(ann.askNow("open", request("name", "Plans", "kind", "public")))
                            .path("room")
                            .asText();
            refused("too_long", ann, "chat message", message("#lobby", "x".repeat(8_001)));
            refused("too_long", ann, "edit", request("of", "m-1", "text", "🔥".repeat(2_001)));
            refused("too_long", ann, "open", request("name", "x".repeat(41), "kind", "public"));
            refused("empty", ann, "chat message", message("#lobby", " \n"));
            refused("empty", ann, "rename", request("room", plans, "name", ""));
            refused("no_room", ann, "chat message", message("nowhere", "x"));
            refused("no_message", ann, "edit", request("of", "m-2", "text", "again"));
            refused("no_message", ann, "react", request("of", "m-9", "emoji", "👍", "on", true));
            refused("no_message", ann, "delete", request("of", "m-9", "room", "#lobby"));
            refused("no_person", ann, "invite", request("room", plans, "person", "nobody"));
            refused("forbidden", bob, "edit", request("of", "m-1", "text", "mine"));
            refused("forbidden", bob, "delete", request("of", "m-1"));
            refused("forbidden", bob, "topic", request("room", plans, "topic", "mine"));
            refused("forbidden", bob, "chat message", message(plans, "not in it"));
            refused("forbidden", bob, "kick", request("room", "#lobby", "person", id(ann)));
            refused("forbidden", guest, "open", request("name", "Mine", "kind", "private"));
            refused("forbidden", ann, "leave", request("room", "#lobby"));
            refused("name_taken", bob, "open", request("name", "PLANS", "kind", "public"));
            refused("name_taken", bob, "open", request("name", "Рlаns", "kind", "public"));
            refused("conflict", ann, "chat message", message("m-1", "#lobby", "other"));
            refused("conflict", ann, "topic", request("id", "m-1", "room", plans, "topic", "x"));
            ok(owner.askNow("mute", request("room", "#lobby", "person", id(bob))));
            refused("muted", bob, "chat message", message("#lobby", "x"));
            ok(ann.askNow("ban", request("room", plans, "person", id(bob))));
            refused("banned", bob, "join", request("room", plans));
        }
    }

    @Test
    void theSameRequestAgainGivesTheSameAnswerAndIsDoneOnce() {
        try (WireClient ann = house.enter("Ann")) {
            JsonNode first = ok(ann.askNow("chat message", message("m-1", "#lobby", "x")));
            String before = house.state();
            assertThat(ann.askNow("chat message", message("m-1", "#lobby", "x"))).isEqualTo(first);
            assertThat(house.state()).isEqualTo(before);
        }
    }

    @Test
    void whoIsBannedIsPutOutOnEveryConnectionAndNotLetInAgain() {
        try (WireClient owner = house.owner();
                WireClient bob = WireClient.enter(house.port, Map.of("name", "Bob"));
                WireClient ann = house.enter("Ann")) {
            String token = bob.await("welcome").path("token").asText();
            try (WireClient second =
                    WireClient.enter(house.port, Map.of("name", "Bob", "token", token))) {
                ok(bob.askNow("chat message", message("#lobby", "x")));
                ok(owner.askNow("ban", request("room", "#lobby", "person", id(bob))));
                for (WireClient each : List.of(bob, second)) {
                    Patience.await().until(each::isClosed);
                    assertThat(each.await("bye").path("reason").asText()).isEqualTo("banned");
                }
                String before = house.state();
                try (WireClient again = WireClient.connect(house.port, "/hearth", "{\"v\":1}")) {
                    again.await("hello");
                    JsonNode answer = again.askNow("enter", Map.of("name", "Bob", "token", token));
                    assertThat(code(answer)).isEqualTo("banned");
                    assertThat(again.await("bye").path("reason").asText()).isEqualTo("banned");
                    Patience.await().until(again::isClosed);
                    assertThat(again.heard("welcome")).isEmpty();
                }
                assertThat(house.state()).isEqualTo(before);
                assertThat(ann.isClosed()).isFalse();
            }
        }
    }

    @Test
    void whoIsKickedIsPutOutAndMayComeBack() {
        try (WireClient owner = house.owner();
                WireClient bob = house.enter("Bob");
                WireClient page = house.enter("Page")) {
            String token = bob.await("welcome").path("token").asText();
            ok(bob.askNow("chat message", message("#lobby", "x")));
            for (String person : List.of(id(bob), id(page))) {
                ok(owner.askNow("kick", request("room", "#lobby", "person", person)));
            }
            for (WireClient each : List.of(bob, page)) {
                Patience.await().until(each::isClosed);
                assertThat(each.await("bye").path("reason").asText()).isEqualTo("kicked");
            }
            assertThat(bob.heard().getLast().event()).isEqualTo("bye");
            try (WireClient again =
                    WireClient.enter(house.port, Map.of("name", "Bob", "token", token))) {
                assertThat(id(again)).isEqualTo(id(bob));
                ok(again.askNow("chat message", message("#lobby", "back")));
            }
        }
    }

    @Test
    void anAcknowledgementWaitsForTheDisk() throws SQLException {
        try (WireClient ann = house.enter("Ann");
                WireClient bob = house.enter("Bob")) {
            ok(ann.askNow("chat message", message("#lobby", "first")));
            CompletableFuture<JsonNode> answer;
            try (HeldStore _ = new HeldStore(folder)) {
                answer = ann.ask("chat message", message("#lobby", "second"));
                Patience.await()
                        .during(Duration.ofMillis(200))
                        .until(() -> !answer.isDone() && bob.heard("chat message").size() == 1);
            }
            ok(answer.join().path(0));
            Patience.await().until(() -> bob.heard("chat message").size() == 2);
        }
    }

    @Test
    void whatCannotBeStoredIsRefusedForNowAndAFullQueueToo() throws SQLException {
        try (WireClient ann = house.enter("Ann");
                WireClient bob = house.enter("Bob")) {
            ok(ann.askNow("chat message", message("#lobby", "first")));
            List<CompletableFuture<JsonNode>> answers = new ArrayList<>();
            try (HeldStore _ = new HeldStore(folder)) {
                for (int n = 0; n < 6_000; n++) {
                    answers.add(ann.ask("chat message", message("m-" + n, "#lobby", "x")));
                }
                Patience.await()
                        .until(() -> codes(answers).containsAll(List.of("storage", "busy")));
            }
            Patience.await().until(() -> answers.stream().allMatch(CompletableFuture::isDone));
            long stored = answers.stream().filter(it -> it.join().at("/0/ok").asBoolean()).count();
            long last = house.host.lastSeq(dev.hearth.model.RoomId.LOBBY);
            assertThat(last).isEqualTo(stored + 1);
            Patience.await().until(() -> bob.heard("chat message").size() == last);
            ok(ann.askNow("chat message", message("#lobby", "last")));
        }
    }

    private static List<String> codes(List<CompletableFuture<JsonNode>> answers) {
        return answers.stream()
                .filter(CompletableFuture::isDone)
                .map(it -> it.join().path(0))
                .filter(it -> !it.path("ok").asBoolean())
                .peek(it -> assertThat(it.at("/error/retryAfterMs").asLong()).isPositive())
                .map(it -> it.at("/error/code").asText())
                .distinct()
                .toList();
    }

    @Test
    void onePersonHasOnePaceOnAnyNumberOfConnections(@TempDir Path other) {
        try (OpenHouse limited = new OpenHouse(other, true, ChatNamespaces.PATIENCE);
                WireClient ann = limited.enter("Ann");
                WireClient bob = limited.enter("Bob")) {
            String token = ann.await("welcome").path("token").asText();
            try (WireClient second =
                    WireClient.enter(limited.port, Map.of("name", "Ann", "token", token))) {
                int accepted = 0;
                JsonNode refused = null;
                for (int n = 0; n < 200 && refused == null; n++) {
                    WireClient by = n % 2 == 0 ? ann : second;
                    JsonNode answer = by.askNow("chat message", message("m-" + n, "#lobby", "x"));
                    if (answer.path("ok").asBoolean()) {
                        accepted++;
                    } else {
                        refused = answer;
                    }
                }
                assertThat(accepted).isBetween(50, 120);
                assertThat(code(java.util.Objects.requireNonNull(refused))).isEqualTo("rate");
                assertThat(refused.at("/error/retryAfterMs").asLong()).isBetween(1L, 10_000L);
                assertThat(limited.host.lastSeq(dev.hearth.model.RoomId.LOBBY)).isEqualTo(accepted);
                ok(bob.askNow("chat message", message("#lobby", "x")));
            }
        }
    }

    @Test
    void theEndOfAChatIsSaidToWhoeverUnderstandsIt() {
        try (WireClient ann = house.enter("Ann");
                WireClient plain = house.plain("")) {
            house.doors.sayGoodbye();
            house.server.close();
            assertThat(ann.await("bye").path("reason").asText()).isEqualTo("ended");
            Patience.await().until(plain::isClosed);
            assertThat(plain.heard()).isEmpty();
        }
    }
}
