package dev.hearth.gateway;

import static dev.hearth.gateway.OpenHouse.message;
import static dev.hearth.gateway.OpenHouse.ok;
import static dev.hearth.gateway.OpenHouse.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hearth.export.ExportFormat;
import dev.hearth.export.Exporter;
import dev.hearth.log.Batch;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.RoomId;
import dev.hearth.testkit.Patience;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said goes through both doors, is encoded once for each, and is gone when it is deleted.
final class FanOutTest {
    private static final String SECRET = "plover-egg-unique";

    private final Path folder;
    private final OpenHouse house;

    FanOutTest(@TempDir Path folder) {
        this.folder = folder;
        house = new OpenHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aMessageIsEncodedOncePerDoorHoweverManyHearIt() {
        List<WireClient> hearth = new ArrayList<>();
        List<WireClient> plain = new ArrayList<>();
        try {
            for (int n = 0; n < 20; n++) {
                hearth.add(house.enter("P" + n));
            }
            for (int n = 0; n < 5; n++) {
                plain.add(house.plain(""));
            }
            awaitNews(hearth.getFirst(), 24);
            long before = house.server.gauges().encodings();
            hearth.getFirst().emit("chat message", message("#lobby", "hello"));
            hearth.forEach(each -> each.await("chat message"));
            plain.forEach(each -> each.await("chat message"));
            assertThat(house.server.gauges().encodings() - before).isEqualTo(2);
        } finally {
            hearth.forEach(WireClient::close);
            plain.forEach(WireClient::close);
        }
    }

    /// So many others have come in, through whatever door.
    private static void awaitNews(WireClient client, int others) {
        Patience.await()
                .until(
                        () ->
                                client.heard("presence").stream()
                                                .mapToInt(it -> it.path("people").size())
                                                .sum()
                                        >= others);
    }

    /// As when a disk says that it has failed and has kept what it was given.
    @Test
    void whatCameIntoTheLogUntoldComesWithWhatIsSaidNext() {
        try (WireClient ann = house.enter("Ann");
                WireClient plain = house.plain("")) {
            awaitNews(ann, 1);
            ok(ann.askNow("chat message", message("#lobby", "one")));
            Entry one = house.store.after(RoomId.LOBBY, 0, 1).getFirst();
            EntryId untold = new EntryId("untold");
            Posted two = new Posted("two");
            Entry entry = new Entry(RoomId.LOBBY, 2, untold, one.from(), one.at(), two);
            house.store.append(Batch.of(List.of(entry)));
            ok(ann.askNow("chat message", message("#lobby", "three")));
            for (WireClient client : List.of(ann, plain)) {
                Patience.await().until(() -> client.heard("chat message").size() == 3);
            }
            assertThat(ann.heard("chat message"))
                    .extracting(it -> it.path("text").asText())
                    .containsExactly("one", "two", "three");
        }
    }

    @Test
    void bothNamespacesHearEachOther() {
        try (WireClient ann = house.enter("Ann");
                WireClient plain = house.plain("");
                WireClient other = house.plain("")) {
            awaitNews(ann, 2);
            ok(ann.askNow("chat message", message("#lobby", "from the app")));
            plain.ask("chat message", "from a plain client", "offset-1").join();
            Patience.await().until(() -> plain.heard("chat message").size() == 2);
            assertThat(plain.heard())
                    .extracting(it -> it.arguments().toString())
                    .contains("[\"Ann: from the app\",1]", "[\"from a plain client\",2]");
            Patience.await().until(() -> other.heard("chat message").size() == 2);
            JsonNode heard = ann.await("chat message", it -> it.path("seq").asInt() == 2);
            assertThat(heard.path("text").asText()).isEqualTo("from a plain client");
            assertThat(heard.path("id").asText()).startsWith("/.").doesNotContain("offset");
            assertThat(heard.at("/from/role").asText()).isEqualTo("guest");
        }
    }

    @Test
    void aGuestCannotSpeakAsSomebodyElseToPlainClients() {
        try (WireClient ann = house.enter("Ann");
                WireClient guest = house.plain("");
                WireClient plain = house.plain("")) {
            ann.await("welcome");
            guest.ask("chat message", "Ann: I owe everybody a beer").join();
            JsonNode heard = plain.await("chat message");
            assertThat(heard.asText()).matches("guest-[0-9a-f]{4}: Ann: I owe everybody a beer");
        }
    }

    @Test
    void aPlainClientIsSentTheLatestTextsAndNothingThatIsDeleted() {
        try (WireClient ann = house.enter("Ann");
                WireClient live = house.plain("")) {
            awaitNews(ann, 1);
            ok(ann.askNow("chat message", message("m-1", "#lobby", "one")));
            ok(ann.askNow("chat message", message("m-2", "#lobby", "two")));
            ok(ann.askNow("edit", request("of", "m-1", "text", "uno")));
            ok(ann.askNow("delete", request("of", "m-2")));
            ok(ann.askNow("react", request("of", "m-1", "emoji", "👍", "on", true)));
            ok(ann.askNow("chat message", message("m-3", "#lobby", "three")));
            try (WireClient late = house.plain("{\"serverOffset\":0}")) {
                Patience.await().until(() -> late.heard().size() == 2);
                assertThat(late.heard())
                        .extracting(it -> it.arguments().toString())
                        .containsExactly("[\"Ann: uno\",1]", "[\"Ann: three\",6]");
            }
            Patience.await().until(() -> live.heard().size() == 3);
            assertThat(live.heard())
                    .extracting(it -> it.arguments().toString())
                    .containsExactly("[\"Ann: one\",1]", "[\"Ann: two\",2]", "[\"Ann: three\",6]");
        }
    }

    @Test
    void deletedTextIsNowhere() throws IOException {
        try (WireClient ann = house.enter("Ann")) {
            ok(ann.askNow("chat message", message("m-1", "#lobby", SECRET + " first")));
            ok(ann.askNow("chat message", message("m-2", "#lobby", "kept")));
            ok(ann.askNow("edit", request("of", "m-1", "text", SECRET + " second")));
            assertThat(ann.askNow("search", Map.of("q", SECRET)).path("hits")).hasSize(1);
            ok(ann.askNow("delete", request("of", "m-1")));
            try (WireClient late = house.enter("Late");
                    WireClient plain = house.plain("{\"serverOffset\":0}")) {
                late.await("entry", it -> it.path("kind").asText().equals("deleted"));
                plain.await("chat message");
                List<JsonNode> answers =
                        List.of(
                                late.askNow("history", Map.of("room", "#lobby", "after", 0)),
                                late.askNow("history", Map.of("room", "#lobby", "before", 99)),
                                late.askNow("history", Map.of("room", "#lobby", "around", 1)),
                                late.askNow("search", Map.of("q", SECRET)));
                assertThat(answers.toString()).contains("kept").doesNotContain(SECRET);
                assertThat(late.heard().toString()).contains("kept").doesNotContain(SECRET);
                assertThat(plain.heard().toString()).contains("kept").doesNotContain(SECRET);
            }
            for (ExportFormat format : ExportFormat.values()) {
                StringWriter out = new StringWriter();
                new Exporter(house.store, ZoneOffset.UTC)
                        .write(format, Set.of(RoomId.LOBBY), Instant.EPOCH, out);
                assertThat(out.toString()).contains("kept").doesNotContain(SECRET);
            }
            Patience.await().until(() -> filesWith(SECRET).isEmpty());
            assertThat(filesWith("kept")).isNotEmpty();
        }
    }

    private List<Path> filesWith(String text) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> contains(file, text)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            return false; // it went while we looked
        }
    }

    @Test
    void anAnswerFitsIntoAPacketHoweverItsTextsAreWritten() {
        try (WireClient ann = house.enter("Ann")) {
            String dense = "x" + "\u0001".repeat(7_900);
            for (int n = 0; n < 60; n++) {
                ok(ann.askNow("chat message", message("m-" + n, "#lobby", dense)));
            }
            JsonNode raw = ann.askNow("history", Map.of("room", "#lobby", "after", 0));
            assertThat(raw.toString().length()).isLessThan(1_000_000);
            assertThat(raw.path("more").asBoolean()).isTrue();
            assertThat(raw.path("entries").size()).isBetween(5, 59);
            JsonNode folded = ann.askNow("history", Map.of("room", "#lobby", "before", 61));
            assertThat(folded.toString().length()).isLessThan(1_000_000);
            assertThat(folded.path("more").asBoolean()).isTrue();
            int count = folded.path("messages").size();
            assertThat(folded.path("messages").path(count - 1).path("seq").asInt()).isEqualTo(60);
            JsonNode around = ann.askNow("history", Map.of("room", "#lobby", "around", 30));
            assertThat(around.toString().length()).isLessThan(1_000_000);
            assertThat(around.path("messages").toString()).contains("\"m-29\"");
        }
    }

    @Test
    void aMessageOfThePlainChatThatIsLargerThanAPageIsReadAll() {
        try (WireClient plain = house.plain("");
                WireClient ann = house.enter("Ann")) {
            String large = "x".repeat(900_000);
            plain.ask("chat message", large).join();
            plain.ask("chat message", "small").join();
            assertThat(ann.await("chat message").path("text").asText()).hasSize(900_000);
            JsonNode raw = ann.askNow("history", Map.of("room", "#lobby", "after", 0));
            assertThat(raw.path("entries")).hasSize(1);
            assertThat(raw.path("more").asBoolean()).isTrue();
        }
    }
}
