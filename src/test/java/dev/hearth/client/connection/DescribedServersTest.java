package dev.hearth.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.DialectWish;
import dev.hearth.client.JoinRequest;
import dev.hearth.client.JoinRequest.Transports;
import dev.hearth.model.Capabilities;
import dev.hearth.model.Capabilities.Confirmation;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Event;
import dev.hearth.model.Limits;
import dev.hearth.model.LocalTrouble;
import dev.hearth.model.Message;
import dev.hearth.testkit.NodeProcess;
import dev.hearth.testkit.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Real servers with events of their own, by the descriptions that are shipped and by a person's.
final class DescribedServersTest {
    private static NodeProcess server(String shape, String... more) {
        String[] all = new String[more.length + 2];
        all[0] = "--shape";
        all[1] = shape;
        System.arraycopy(more, 0, all, 2, more.length);
        return NodeProcess.server("servers/shapes.mjs", all);
    }

    private static NodeProcess again(NodeProcess server, String shape) {
        String port = String.valueOf(server.port());
        server.close();
        return server(shape, "--port", port);
    }

    private static JoinRequest request(NodeProcess server, String name) {
        return new JoinRequest(server.address(), name);
    }

    private static JoinRequest request(NodeProcess server, String name, String dialect) {
        return request(server, name).with(new DialectWish(Optional.of(dialect), Optional.empty()));
    }

    private static long got(NodeProcess server, String event) {
        return server.lines().stream()
                .filter(line -> line.startsWith("got [\"" + event + "\""))
                .count();
    }

    private static List<String> spoken(Joined joined) {
        return joined.messages().stream()
                .map(message -> message.from().name() + ": " + message.text())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"POLLING_ONLY", "WEBSOCKET_ONLY"})
    void theOfficialChatExampleIsRecognisedByItsAnswer(Transports transports) {
        try (NodeProcess server = server("chat");
                Joined ada = Joined.to(request(server, "Ada").with(transports));
                Joined bob = Joined.to(request(server, "Bob").with(transports)).online()) {
            assertThat(ada.online().chat().state())
                    .isEqualTo(
                            new ConnectionState.Online(
                                    new Capabilities(
                                            false,
                                            false,
                                            false,
                                            false,
                                            Limits.PLAIN_TEXT_BYTES.value(),
                                            Confirmation.NOTHING)));
            ada.lobby().typing();
            Patience.await().until(() -> !bob.events(Event.Typing.class).isEmpty());
            assertThat(bob.events(Event.Typing.class).getFirst().person().name()).isEqualTo("Ada");
            assertThat(ada.say("hello").delivery()).isEqualTo(Delivery.DELIVERED);
            bob.awaitMessages(1);
            bob.say("hi");
            ada.awaitMessages(2);
            assertThat(spoken(bob)).containsExactly("Ada: hello", "Bob: hi");
            assertThat(spoken(ada)).containsExactly("Ada: hello", "Bob: hi");
            assertThat(got(server, "add user")).isEqualTo(2);
            assertThat(got(server, "stop typing")).isEqualTo(1);
            assertThat(got(server, "chat message")).isZero();
        }
    }

    /// Also where its page says what it is, and so that nothing has to be asked.
    @Test
    void itIsRecognisedAgainAfterARestartAndNothingIsSentTwice() {
        NodeProcess first = server("chat", "--page", "on");
        try (Joined ada = Joined.to(request(first, "Ada")).online()) {
            ada.say("before");
            EntryId late = ada.lobby().send("cut off");
            first.awaitLine("got [\"new message\",\"cut off\"]"::equals);
            try (NodeProcess second = again(first, "chat");
                    Joined bob = Joined.to(request(second, "Bob")).online()) {
                ada.chat().reconnectNow();
                ada.online();
                assertThat(ada.say("after").delivery()).isEqualTo(Delivery.DELIVERED);
                bob.awaitMessages(1);
                assertThat(ada.message(late).delivery()).isEqualTo(Delivery.NOT_CONFIRMED);
                assertThat(spoken(bob)).containsExactly("Ada: after");
                assertThat(got(second, "new message")).isEqualTo(1);
                ada.chat().retry(late);
                ada.awaitDelivery(late, Delivery.Delivered.class);
                bob.awaitMessages(2);
                assertThat(ada.texts()).containsExactly("before", "cut off", "after");
            }
        } finally {
            first.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"rooms, ECHO", "names, NOTHING", "acknowledged, ACKNOWLEDGEMENT", "message, ECHO"})
    void theShapesThatAreShippedWorkWhenTheyAreChosen(String shape, Confirmation confirms) {
        try (NodeProcess server = server(shape);
                Joined ada =
                        Joined.to(request(server, "Ada", shape).with(Transports.POLLING_ONLY));
                Joined bob =
                        Joined.to(request(server, "Bob", shape).with(Transports.WEBSOCKET_ONLY))) {
            bob.online();
            ada.online();
            assertThat(((ConnectionState.Online) ada.chat().state()).can().confirms())
                    .isEqualTo(confirms);
            EntryId first = ada.lobby().send("same");
            ada.say("same");
            ada.awaitDelivery(first, Delivery.Delivered.class);
            Patience.await().until(() -> bob.texts().stream().filter("same"::equals).count() == 2);
            assertThat(ada.texts().stream().filter("same"::equals)).hasSize(2);
            assertThat(server.isAlive()).isTrue();
        }
    }

    @Test
    void aRoomHasPeopleTimesAndAName() {
        try (NodeProcess server = server("rooms");
                Joined ada = Joined.to(request(server, "Ada", "rooms:kitchen")).online();
                Joined bob = Joined.to(request(server, "Bob", "rooms:kitchen")).online();
                Joined eve = Joined.to(request(server, "Eve", "rooms:attic")).online()) {
            ada.awaitMessages(1);
            assertThat(spoken(ada)).containsExactly("Bot: Welcome to kitchen");
            bob.say("hello");
            Message heard = ada.awaitMessages(2).getLast();
            assertThat(heard.from().name()).isEqualTo("Bob");
            assertThat(heard.at()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
            Patience.await().until(() -> !ada.events(Event.PeopleChanged.class).isEmpty());
            assertThat(ada.events(Event.PeopleChanged.class).getLast().people())
                    .extracting(each -> each.person().name())
                    .containsExactly("Bob");
            bob.leave();
            Patience.await()
                    .until(
                            () ->
                                    ada
                                            .events(Event.PeopleChanged.class)
                                            .getLast()
                                            .people()
                                            .stream()
                                            .noneMatch(each -> each.online()));
            eve.awaitMessages(1);
            assertThat(eve.texts()).containsExactly("Welcome to attic");
        }
    }

    @Test
    void aRefusalOfTheJoinIsShown() {
        try (NodeProcess server = server("acknowledged");
                Joined ada = Joined.to(request(server, "Ada", "acknowledged")).online();
                Joined other = Joined.to(request(server, "Ada", "acknowledged"))) {
            ConnectionState.Refused refused = other.await(ConnectionState.Refused.class);
            assertThat(refused.code()).isEqualTo(ErrorCode.REFUSED);
            assertThat(refused.reason()).endsWith("refused the connection: Username is taken.");
            ada.online();
        }
    }

    @Test
    void aServerThatLetsNobodyInIsNotWaitedForForEver() {
        try (NodeProcess server = server("chat", "--quiet", "on");
                Joined ada = Joined.to(request(server, "Ada", "chat"))) {
            ConnectionState.Refused refused = ada.await(ConnectionState.Refused.class);
            assertThat(refused.code()).isEqualTo(ErrorCode.UNRECOGNISED);
            assertThat(refused.reason()).contains("“chat”").contains("--dialect");
        }
    }

    @Test
    void objectsAreShownWhereTextsAreExpected() {
        try (NodeProcess server = server("object");
                Joined ada = Joined.to(request(server, "Ada", "message")).online();
                Joined bob = Joined.to(request(server, "Bob", "message")).online()) {
            ada.lobby().send("hello");
            bob.awaitMessages(1);
            assertThat(spoken(bob)).containsExactly("Bob: hello");
        }
    }

    private static final String NESTED =
            """
            {
              "namespace": "/team",
              "auth": { "username": "{name}" },
              "say": { "event": "message", "send": ["{text}"] },
              "echo": true,
              "message": { "event": "message", "text": "1" }
            }
            """;

    @Test
    void aFileDescribesAnyOther(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("team.json"), NESTED);
        try (NodeProcess server = server("message", "--namespace", "/team");
                Joined ada = Joined.to(request(server, "Ada", file.toString())).online()) {
            ada.say("hello");
            assertThat(server.lines()).contains("connected {\"username\":\"Ada\"}");
        }
    }

    @Test
    void descriptionsInThePersonsFolderAreRecognisedAndBadOnesAreNamed(@TempDir Path folder)
            throws IOException {
        Files.writeString(
                folder.resolve("mine.json"),
                NESTED.replace("/team", "/")
                        .replace("\"message\", \"text\"", "\"tick\", \"text\""));
        Files.writeString(folder.resolve("bad.json"), "{\n\"sya\": 1}");
        JoinRequest request;
        try (NodeProcess server = NodeProcess.server("servers/strange.mjs", "--says", "tick")) {
            request =
                    request(server, "Ada")
                            .with(new DialectWish(Optional.empty(), Optional.of(folder)));
            try (Joined ada = Joined.to(request).online()) {
                assertThat(ada.events(Event.Noticed.class).getFirst().sentence())
                        .contains("bad.json, line 2: “sya” is not known");
            }
        }
    }

    @Test
    void aChoiceIsKeptForItsServer(@TempDir Path folder) throws IOException {
        Kept kept = new Kept(folder);
        Path file = Files.writeString(folder.resolve("team.json"), NESTED);
        try (NodeProcess server = server("message", "--namespace", "/team")) {
            kept.rememberDialect(server.address(), Optional.of(file.toString()));
            try (Joined ada = Joined.to(request(server, "Ada"), kept).online()) {
                ada.say("hello");
            }
            Files.writeString(file, "[]");
            try (Joined ada = Joined.to(request(server, "Ada"), kept)) {
                ConnectionState.Refused refused = ada.await(ConnectionState.Refused.class);
                assertThat(refused.code()).isEqualTo(LocalTrouble.BAD_DIALECT);
                assertThat(refused.reason()).startsWith(file + ", line 1: ");
                Files.writeString(file, NESTED);
                ada.chat().reconnectNow();
                ada.online();
            }
        }
    }
}
