package dev.hearth.gateway;

import static dev.hearth.gateway.OpenHouse.code;
import static dev.hearth.gateway.OpenHouse.message;
import static dev.hearth.gateway.OpenHouse.seqs;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hearth.model.NameCheck;
import dev.hearth.protocol.HostProof;
import dev.hearth.testkit.NameExamples;
import dev.hearth.testkit.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Coming in through `/hearth` (wire.md, "Entering").
final class HearthHandshakeTest {
    private final OpenHouse house;

    HearthHandshakeTest(@TempDir Path folder) {
        house = new OpenHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void fill(int entries) {
        try (WireClient ann = house.enter("Ann")) {
            List<CompletableFuture<JsonNode>> answers =
                    IntStream.rangeClosed(1, entries)
                            .mapToObj(
                                    n ->
                                            ann.ask(
                                                    "chat message",
                                                    message("m-" + n, "#lobby", "text " + n)))
                            .toList();
            answers.forEach(CompletableFuture::join);
        }
    }

    private WireClient enter(long after, String id) {
        return WireClient.enter(
                house.port, Map.of("have", Map.of("#lobby", Map.of("after", after, "id", id))));
    }

    @Test
    void theHostSaysWhoItIsAndWelcomesWhoeverEnters() {
        try (WireClient ann = house.enter("Ann")) {
            JsonNode hello = ann.await("hello");
            assertThat(hello.path("v").asInt()).isEqualTo(1);
            assertThat(hello.at("/host/id").asText()).isEqualTo(house.store.hostId());
            assertThat(hello.path("epoch").asText()).isEqualTo(house.store.epoch());
            JsonNode welcome = ann.await("welcome");
            assertThat(welcome.at("/you/name").asText()).isEqualTo("Ann");
            assertThat(welcome.at("/you/role").asText()).isEqualTo("member");
            assertThat(welcome.path("token").asText()).isNotEmpty();
            assertThat(welcome.at("/rooms/0/id").asText()).isEqualTo("#lobby");
            assertThat(welcome.at("/people/0/online").asBoolean()).isTrue();
        }
    }

    @Test
    void everyNameIsJudgedAsTheExamplesSay() {
        for (NameExamples.Wish wish : NameExamples.wishes().toList()) {
            try (WireClient who = WireClient.connect(house.port, "/hearth", "{\"v\":1}")) {
                who.await("hello");
                JsonNode answer = who.askNow("enter", Map.of("name", wish.wish()));
                boolean unsaid = wish.wish().isBlank();
                assertThat(answer.path("ok").asBoolean())
                        .as(wish.toString())
                        .isEqualTo(wish.isFit() || unsaid);
                if (wish.expected() instanceof NameCheck.Fit(String name)) {
                    String given = who.await("welcome").at("/you/name").asText();
                    assertThat(given).startsWith(name);
                } else if (!unsaid) {
                    assertThat(code(answer)).isEqualTo("malformed");
                }
            }
        }
    }

    @Test
    void theHostProvesWhoItIsToAClientThatAsks() {
        String nonce = HostProof.freshNonce();
        try (WireClient client =
                WireClient.connect(
                        house.port, "/hearth", "{\"v\":1,\"nonce\":\"" + nonce + "\"}")) {
            JsonNode hello = client.await("hello");
            HostProof proof = new HostProof(hello.path("key").asText(), hello.path("sig").asText());
            assertThat(proof.proves(hello.at("/host/id").asText(), nonce)).isTrue();
            assertThat(proof.proves(hello.at("/host/id").asText(), HostProof.freshNonce()))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"short\"", "[]", "\"a|b|c|d|e|f|g|h|i|j|k|l|m|n\""})
    void aNonceThatCannotBeSignedIsRefused(String nonce) {
        try (WireClient client =
                WireClient.connect(house.port, "/hearth", "{\"v\":1,\"nonce\":" + nonce + "}")) {
            assertThat(client.connectAnswer().at("/data/code").asText()).isEqualTo("malformed");
        }
    }

    @Test
    void theTokenMakesOneTheSamePersonOnAnyNumberOfConnections() {
        try (WireClient ann = house.enter("Ann")) {
            JsonNode first = ann.await("welcome");
            try (WireClient again =
                    WireClient.enter(house.port, Map.of("token", first.path("token").asText()))) {
                assertThat(again.await("welcome").path("you")).isEqualTo(first.path("you"));
            }
        }
    }

    /// Whatever became of the first welcome.
    @Test
    void whoEntersTwiceWithATokenOfTheirOwnIsOnePerson() {
        Map<String, String> enter = Map.of("name", "P3", "newToken", "p3".repeat(22));
        JsonNode you;
        try (WireClient lost = WireClient.enter(house.port, enter)) {
            JsonNode welcome = lost.await("welcome");
            assertThat(welcome.path("token").asText()).isEqualTo("p3".repeat(22));
            you = welcome.path("you");
        }
        try (WireClient again = WireClient.enter(house.port, enter)) {
            assertThat(again.await("welcome").path("you")).isEqualTo(you);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"short", "a token that is long enough and has spaces in it, that is bad"})
    void aWeakTokenOfTheirOwnIsIgnored(String weak) {
        try (WireClient ann = WireClient.enter(house.port, Map.of("newToken", weak))) {
            assertThat(ann.await("welcome").path("token").asText()).matches("[0-9a-f]{64}");
        }
    }

    @ParameterizedTest
    @CsvSource({"2, the host", "0, your Hearth", "\"x\", your Hearth"})
    void anotherVersionIsToldWhichSideToUpdate(String version, String side) {
        try (WireClient other =
                WireClient.connect(house.port, "/hearth", "{\"v\":" + version + "}")) {
            assertThat(other.connectAnswer().path("message").asText())
                    .endsWith("Update " + side + ".");
            assertThat(other.connectAnswer().at("/data/code").asText()).isEqualTo("version");
        }
    }

    @Test
    void whoHasNotEnteredGetsNothingButHello() {
        try (WireClient ann = house.enter("Ann");
                WireClient lurker = WireClient.connect(house.port, "/hearth", "{\"v\":1}")) {
            lurker.await("hello");
            for (String event : List.of("chat message", "history", "search", "dance", "read")) {
                assertThat(code(lurker.askNow(event, message("m-1", "#lobby", "x"))))
                        .isEqualTo("not_entered");
            }
            assertThat(
                            ann.askNow("chat message", message("m-2", "#lobby", "x"))
                                    .path("ok")
                                    .asBoolean())
                    .isTrue();
            ann.emit("typing", Map.of("room", "#lobby"));
            lurker.askNow("x");
            assertThat(lurker.heard()).extracting(WireClient.Heard::event).containsExactly("hello");
            assertThat(house.store.lastSeq(dev.hearth.model.RoomId.LOBBY)).isEqualTo(1);
        }
    }

    @Test
    void whoDoesNotEnterIsClosed(@TempDir Path other) {
        try (OpenHouse hasty = new OpenHouse(other, false, Duration.ofSeconds(2));
                WireClient ann = hasty.enter("Ann");
                WireClient lurker = WireClient.connect(hasty.port, "/hearth", "{\"v\":1}")) {
            Patience.await().until(lurker::isClosed);
            assertThat(
                            ann.askNow("chat message", message("m-1", "#lobby", "x"))
                                    .path("ok")
                                    .asBoolean())
                    .isTrue();
            assertThat(ann.isClosed()).isFalse();
        }
    }

    @Test
    void aSecondEnterIsRefusedAndChangesNothing() {
        try (WireClient ann = house.enter("Ann")) {
            assertThat(code(ann.askNow("enter", Map.of("name", "Bob")))).isEqualTo("conflict");
            ann.askNow("chat message", message("m-1", "#lobby", "x"));
            assertThat(ann.await("chat message").at("/from/name").asText()).isEqualTo("Ann");
        }
    }

    @Test
    void whatIsMissedComesBeforeWhatIsNew() {
        fill(20);
        try (WireClient bob = enter(5, "m-5");
                WireClient ann = house.enter("Ann")) {
            ann.askNow("chat message", message("live", "#lobby", "x"));
            Patience.await().until(() -> seqs(bob, "#lobby").contains(21L));
            assertThat(seqs(bob, "#lobby"))
                    .isEqualTo(LongStream.rangeClosed(6, 21).boxed().toList());
            assertThat(bob.heard("skipped")).isEmpty();
            assertThat(bob.await("welcome").path("diverged")).isEmpty();
        }
    }

    @Test
    void moreThanAThousandMissingAreAHole() {
        fill(1_205);
        try (WireClient bob = enter(5, "m-5");
                WireClient newcomer = house.enter("New")) {
            Patience.await().until(() -> seqs(bob, "#lobby").contains(1_205L));
            assertThat(seqs(bob, "#lobby"))
                    .isEqualTo(LongStream.rangeClosed(206, 1_205).boxed().toList());
            JsonNode skipped = bob.await("skipped");
            assertThat(skipped)
                    .isEqualTo(WireClient.tree("{\"room\":\"#lobby\",\"from\":6,\"to\":205}"));
            assertThat(newcomer.await("skipped").path("from").asInt()).isEqualTo(1);
            Patience.await().until(() -> seqs(newcomer, "#lobby").size() == 1_000);
        }
    }

    @ParameterizedTest
    @CsvSource({"3, other", "11, m-11", "9223372036854775807, m-1"})
    void whoHoldsAnotherLogBeginsAgain(long after, String id) {
        fill(10);
        try (WireClient bob = enter(after, id)) {
            assertThat(bob.await("welcome").path("diverged"))
                    .isEqualTo(WireClient.tree("[\"#lobby\"]"));
            Patience.await().until(() -> seqs(bob, "#lobby").size() == 10);
            assertThat(seqs(bob, "#lobby"))
                    .isEqualTo(LongStream.rangeClosed(1, 10).boxed().toList());
        }
    }

    @Test
    void whateverIsWrittenWhileSomebodyEntersTheySeeItOnceAndInOrder() {
        try (WireClient ann = house.enter("Ann")) {
            List<WireClient> entered = new ArrayList<>();
            List<CompletableFuture<JsonNode>> answers = new ArrayList<>();
            for (int n = 1; n <= 900; n++) {
                answers.add(ann.ask("chat message", message("m-" + n, "#lobby", "text " + n)));
                if (n % 60 == 0) {
                    entered.add(house.enter("P" + n));
                }
            }
            answers.forEach(CompletableFuture::join);
            List<Long> all = LongStream.rangeClosed(1, 900).boxed().toList();
            for (WireClient each : entered) {
                Patience.await().until(() -> seqs(each, "#lobby").size() >= 900);
                assertThat(seqs(each, "#lobby")).isEqualTo(all);
                long last = each.await("welcome").at("/rooms/0/lastSeq").asLong();
                assertThat(last).isBetween(0L, 900L);
                each.close();
            }
        }
    }
}
