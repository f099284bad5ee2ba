package dev.hearth.gateway;

import static dev.hearth.gateway.OpenHouse.ok;
import static dev.hearth.gateway.OpenHouse.request;
import static dev.hearth.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hearth.gateway.ProgramTokens.Program;
import dev.hearth.model.Limits;
import dev.hearth.model.PersonId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `POST /rooms/NAME/messages`.
final class RoomPostsTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String JSON = "application/json";
    private static final String TEXT = "text/plain";

    private final Path folder;
    private final OpenHouse house;
    private final WireClient ann;
    private String garden = "";

    RoomPostsTest(@TempDir Path folder) {
        this.folder = folder;
        house = new OpenHouse(folder.resolve("house"));
        house.programs.put("secret", new Program(new PersonId("ci"), "CI"));
        ann = house.owner();
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

    /// What was answered.
    private record Answer(int status, JsonNode body, HttpResponse<String> whole) {
        String code() {
            return body.at("/error/code").asText();
        }

        String header(String name) {
            return whole.headers().firstValue(name).orElse("");
        }
    }

    private static HttpRequest.Builder ask(OpenHouse at, String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at.port + path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", "Bearer secret");
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> whole =
                    HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(whole.statusCode(), WireClient.tree(whole.body()), whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Answer post(String type, String body, String... headers) {
        HttpRequest.Builder request =
                ask(house, "/rooms/garden/messages", body).header("Content-Type", type);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private JsonNode heard(String text) {
        return ann.await("chat message", it -> it.path("text").asText().equals(text));
    }

    @Test
    void aProgramIsReadRightByEveryone() {
        try (WireClient plain = WireClient.connect(house.port, "/rooms/Garden", "");
                EventReader stream = EventReader.open(house.port, "/rooms/Garden/events")) {
            await().until(() -> !stream.lastId().isEmpty());
            Answer json = post(JSON + "; charset=utf-8", "{\"text\":\"built ✔\",\"more\":[1]}");
            assertThat(json.status()).as("%s", json).isEqualTo(201);
            assertThat(json.body().path("room").asText()).isEqualTo(garden);
            JsonNode message = heard("built ✔");
            assertThat(message.path("seq")).isEqualTo(json.body().path("seq"));
            assertThat(message.path("id")).isEqualTo(json.body().path("id"));
            assertThat(message.at("/from/name").asText()).isEqualTo("CI");
            assertThat(message.at("/from/role").asText()).isEqualTo("program");
            assertThat(message.at("/from/id").asText()).isEqualTo("ci");
            post(JSON, "{\"text\":\"deployed\",\"name\":\"main branch\"}");
            heard("main branch: deployed");
            post(TEXT, "Ann: a line\nof a shell\n\n");
            heard("Ann: a line\nof a shell");
            await().until(() -> stream.events().size() == 3);
            assertThat(stream.events().getFirst().data().at("/from/role").asText())
                    .isEqualTo("program");
            await().until(() -> plain.heard("chat message").size() == 3);
            assertThat(plain.heard("chat message").stream().map(JsonNode::asText))
                    .containsExactly(
                            "CI: built ✔",
                            "CI: main branch: deployed",
                            "CI: Ann: a line\nof a shell");
        }
        // It is nobody who is here, or could be.
        JsonNode people = ok(ann.askNow("people", java.util.Map.of()));
        assertThat(people.path("people").findValuesAsText("name"))
                .contains("Owner")
                .doesNotContain("CI");
        try (WireClient other = house.enter("CI")) {
            assertThat(other.await("welcome").at("/you/name").asText()).isEqualTo("CI-2");
        }
    }

    @Test
    void theSameKeyIsTheSameMessage() {
        String[] key = {"Idempotency-Key", "build 17"};
        List<Answer> answers =
                IntStream.range(0, 8)
                        .mapToObj(_ -> CompletableFuture.supplyAsync(() -> post(TEXT, "once", key)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        assertThat(answers).extracting(it -> it.body().path("seq").asLong()).containsOnly(2L);
        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).contains(200);
        Answer other = post(TEXT, "another text", key);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("conflict");
        Answer elsewhere =
                send(
                        ask(house, "/rooms/lobby/messages", "once")
                                .header("Content-Type", TEXT)
                                .headers(key));
        assertThat(elsewhere.status()).isEqualTo(201);
        house.programs.put("second", new Program(new PersonId("cd"), "CD"));
        assertThat(
                        send(ask(house, "/rooms/garden/messages", "once")
                                        .setHeader("Authorization", "bearer second")
                                        .header("Content-Type", TEXT)
                                        .headers(key))
                                .status())
                .isEqualTo(201);
    }

    @Test
    void whatIsWrongIsSaid() {
        open("Secret", "private");
        for (String room : List.of("Secret", "Cellar", "%23")) {
            Answer unknown =
                    send(
                            ask(house, "/rooms/" + room + "/messages", "x")
                                    .header("Content-Type", TEXT));
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.code()).isEqualTo("no_room");
        }
        for (String wrong : List.of("Bearer other", "Basic secret", "secret", "Bearer ")) {
            Answer nobody =
                    send(
                            ask(house, "/rooms/garden/messages", "x")
                                    .setHeader("Authorization", wrong));
            assertThat(nobody.status()).as(wrong).isEqualTo(401);
            assertThat(nobody.header("www-authenticate")).startsWith("Bearer");
        }
        Answer form = post("application/x-www-form-urlencoded", "text=hello");
        assertThat(form.status()).isEqualTo(415);
        assertThat(form.body().at("/error/message").asText()).contains("text/plain");
        for (String bad :
                List.of(
                        "",
                        "{",
                        "[]",
                        "{\"text\":1}",
                        "{\"text\":\" \"}",
                        "{\"text\":\"x\",\"name\":\"a:b\"}",
                        "{\"text\":\"x\",\"name\":7}")) {
            assertThat(post(JSON, bad).status()).as(bad).isEqualTo(400);
        }
        assertThat(post(TEXT, "x", "Idempotency-Key", "k".repeat(300)).status()).isEqualTo(400);
        Answer tooLong = post(TEXT, "x".repeat(Limits.TEXT_BYTES.value() + 1));
        assertThat(tooLong.status()).isEqualTo(413);
        assertThat(tooLong.code()).isEqualTo("too_long");
        Answer got =
                send(
                        ask(house, "/rooms/garden/messages", "")
                                .method("GET", HttpRequest.BodyPublishers.noBody()));
        assertThat(got.status()).isEqualTo(405);
        assertThat(got.header("allow")).isEqualTo("POST");
        assertThat(OpenHouse.seqs(ann, garden)).containsExactly(1L);
    }

    @Test
    void aProgramIsModeratedAsAPersonIs() {
        post(TEXT, "spam");
        heard("spam");
        ok(ann.askNow("mute", request("room", garden, "person", "ci")));
        Answer muted = post(TEXT, "muted");
        assertThat(muted.status()).isEqualTo(403);
        assertThat(muted.code()).isEqualTo("muted");
        ok(ann.askNow("unmute", request("room", garden, "person", "ci")));
        assertThat(post(TEXT, "again").status()).isEqualTo(201);
        assertThat(
                        OpenHouse.code(
                                ann.askNow(
                                        "role",
                                        request(
                                                "room", "#lobby", "person", "ci", "role",
                                                "member"))))
                .isEqualTo("forbidden");
        ok(ann.askNow("ban", request("room", "#lobby", "person", "ci")));
        assertThat(post(TEXT, "banned").code()).isEqualTo("banned");
    }

    @Test
    void aRestartChangesNothing() {
        Path place = folder.resolve("again");
        for (int n = 0; n < 2; n++) {
            try (OpenHouse again = new OpenHouse(place)) {
                again.programs.put("secret", new Program(new PersonId("ci"), "CI"));
                Answer answer =
                        send(
                                ask(again, "/rooms/lobby/messages", "once")
                                        .header("Content-Type", TEXT)
                                        .header("Idempotency-Key", "build 17"));
                assertThat(answer.status()).isEqualTo(n == 0 ? 201 : 200);
                assertThat(answer.body().path("seq").asLong()).isEqualTo(1);
                assertThat(again.store.people())
                        .extracting(it -> it.person().name() + " " + it.person().role())
                        .containsExactly("CI PROGRAM");
                try (WireClient other = again.enter("ci")) {
                    assertThat(OpenHouse.id(other)).isNotEqualTo("ci");
                    assertThat(other.await("welcome").at("/you/name").asText()).isEqualTo("ci-2");
                    assertThat(other.await("welcome").path("people").findValuesAsText("name"))
                            .doesNotContain("CI");
                }
            }
        }
    }

    @Test
    void aProgramHasItsRate() {
        try (OpenHouse limited =
                new OpenHouse(folder.resolve("limited"), true, ChatNamespaces.PATIENCE)) {
            limited.programs.put("secret", new Program(new PersonId("ci"), "CI"));
            Answer last =
                    IntStream.rangeClosed(0, 2 * Limits.CHANGES_OF_PERSON.value())
                            .mapToObj(
                                    n ->
                                            send(
                                                    ask(limited, "/rooms/lobby/messages", "n " + n)
                                                            .header("Content-Type", TEXT)))
                            .filter(answer -> answer.status() != 201)
                            .findFirst()
                            .orElseThrow();
            assertThat(last.status()).isEqualTo(429);
            assertThat(last.code()).isEqualTo("rate");
            assertThat(Integer.parseInt(last.header("retry-after"))).isBetween(1, 10);
        }
    }
}
