package dev.hearth.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.JoinRequest;
import dev.hearth.client.MessageArguments;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.Message;
import dev.hearth.testkit.NodeProcess;
import dev.hearth.testkit.Patience;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is sent to servers written in every way that people write them: none may end, show anything
/// but the text, or send it elsewhere.
final class MessageArgumentsTest {
    private static NodeProcess server(String... arguments) {
        return NodeProcess.server("servers/handlers.mjs", arguments);
    }

    private static JoinRequest request(NodeProcess server) {
        return new JoinRequest(server.address(), "Ada").with(JoinRequest.History.NONE);
    }

    private static void assertArrives(NodeProcess server, JoinRequest request, String shown) {
        try (Joined ada = Joined.to(request);
                Joined bob = Joined.to(server.address())) {
            bob.online();
            assertThat(ada.say("hello").delivery()).isEqualTo(Delivery.DELIVERED);
            bob.awaitMessages(1);
            assertThat(bob.texts()).containsExactly(shown);
            assertThat(ada.texts()).containsExactly("hello");
            assertThat(server.isAlive()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "text, hello",
        "callback, hello",
        "offset, hello",
        "name, Ada: hello",
        "nest, hello",
    })
    void thePageShowsWhatItsServerTakes(String handler, String shown) {
        try (NodeProcess server = server("--handler", handler, "--page", "on")) {
            assertArrives(server, request(server), shown);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"callback", "offset"})
    void soDoesAScriptOfThePage(String handler) {
        try (NodeProcess server =
                server("--handler", handler, "--page", "script", "--path", "/team/")) {
            JoinRequest request = request(server).at(server.address().resolve("/team/"));
            try (Joined ada = Joined.to(request).online()) {
                assertThat(ada.say("hello").delivery()).isEqualTo(Delivery.DELIVERED);
                server.awaitLine("asked /team/assets/app.js"::equals);
                assertThat(server.isAlive()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "nest", "callback"})
    void withoutAPageACallbackGoesWithTheText(String handler) {
        try (NodeProcess server = server("--handler", handler)) {
            assertArrives(server, request(server), "hello");
            assertThat(server.lines()).contains("got [\"hello\",\"()\"]");
        }
    }

    /// There a text without a room reaches nobody; with anything else it might reach somebody.
    @Test
    void aRoomIsNeverGuessed() {
        try (NodeProcess server = server("--handler", "room", "--page", "on");
                Joined ada = Joined.to(request(server)).online()) {
            ada.lobby().send("hello");
            server.awaitLine("got [\"hello\"]"::equals);
            assertThat(server.isAlive()).isTrue();
        }
    }

    @Test
    void aNumberSeenBesideATextSaysMoreThanAnything() {
        try (NodeProcess server =
                        server("--handler", "offset", "--numbers", "on", "--filled", "1");
                Joined ada = Joined.to(server.address()).online()) {
            ada.awaitMessages(1);
            EntryId id = ada.say("hello").id();
            server.awaitLine(("got [\"hello\",\"" + id + "\",\"()\"]")::equals);
            assertThat(server.isAlive()).isTrue();
        }
    }

    /// Where nothing but a person knows.
    @ParameterizedTest
    @CsvSource({"callback, CALLBACK, hello", "offset, OFFSET, hello", "name, NAME, Ada: hello"})
    void aPersonsChoiceCounts(String handler, MessageArguments chosen, String shown) {
        try (NodeProcess server = server("--handler", handler)) {
            assertArrives(server, request(server).with(chosen), shown);
            assertThat(server.lines().stream().filter("asked /"::equals))
                    .as("the page is asked by the other alone")
                    .hasSizeLessThan(2);
        }
    }

    @Test
    void aChoiceIsKeptWithTheChat(@TempDir Path folder) {
        Kept kept = new Kept(folder);
        try (NodeProcess server = server("--handler", "callback")) {
            kept.rememberArguments(server.address(), Optional.of(MessageArguments.CALLBACK));
            try (Joined ada = Joined.to(request(server), kept).online()) {
                assertThat(ada.say("hello").delivery()).isEqualTo(Delivery.DELIVERED);
                assertThat(server.isAlive()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, '[\"hello\"]'", "2, '[\"hello\", \"Ada\"]'"})
    void pythonTakesAFixedNumber(String fixed, String got) {
        try (NodeProcess server = NodeProcess.pythonServer("servers/python.py", "--fixed", fixed);
                Joined ada = Joined.to(request(server)).online()) {
            assertThat(ada.say("hello").delivery()).isEqualTo(Delivery.DELIVERED);
            server.awaitLine(("got " + got)::equals);
            assertThat(ada.messages()).extracting(Message::own).containsExactly(true);
        }
    }

    @Test
    void whatIsWrittenBeforeIsSentInOrder() {
        try (NodeProcess server = server("--handler", "callback", "--page", "on");
                Joined ada = Joined.to(request(server))) {
            List<EntryId> ids = List.of("a", "b", "c").stream().map(ada.lobby()::send).toList();
            ids.forEach(id -> ada.awaitDelivery(id, Delivery.Delivered.class));
            assertThat(server.lines().stream().filter(line -> line.startsWith("got")))
                    .containsExactly(
                            "got [\"a\",\"()\"]", "got [\"b\",\"()\"]", "got [\"c\",\"()\"]");
        }
    }

    /// A callback acknowledges, but a repetition would be a second message.
    @Test
    void nothingIsRepeatedWithoutAnId() {
        try (NodeProcess server = server("--handler", "text");
                Proxy proxy = Proxy.to(server.port());
                Joined ada =
                        Joined.to(
                                        request(server)
                                                .at(proxy.address())
                                                .with(MessageArguments.CALLBACK))
                                .online()) {
            EntryId id = ada.say("hello").id();
            EntryId lost = ada.lobby().send("held up");
            server.awaitLine("got [\"held up\",\"()\"]"::equals);
            proxy.cut();
            Patience.await()
                    .until(() -> !(ada.message(lost).delivery() instanceof Delivery.Sending));
            ada.await(ConnectionState.Offline.class);
            proxy.mend();
            ada.chat().reconnectNow();
            ada.online();
            ada.say("after");
            assertThat(ada.message(id).delivery()).isEqualTo(Delivery.DELIVERED);
            assertThat(server.lines().stream().filter("got [\"held up\",\"()\"]"::equals))
                    .hasSize(1);
        }
    }

    @Test
    void offsetsInDecimalTextsAreOffsets() {
        try (NodeProcess server = server("--handler", "text", "--numbers", "on", "--filled", "3");
                Proxy proxy = Proxy.to(server.port());
                Joined ada = Joined.to(new JoinRequest(proxy.address(), "Ada")).online()) {
            ada.awaitMessages(3);
            Message own = ada.say("mine");
            proxy.cut();
            Patience.await()
                    .until(
                            () ->
                                    ada.states().stream()
                                            .anyMatch(ConnectionState.Offline.class::isInstance));
            proxy.mend();
            ada.chat().reconnectNow();
            ada.online();
            ada.say("after the cut");
            assertThat(ada.texts())
                    .containsExactly("old 1", "old 2", "old 3", "mine", "after the cut");
            assertThat(ada.messages())
                    .extracting(each -> each.own() ? "me" : each.from().name())
                    .containsExactly("Bob", "Bob", "Bob", "me", "me");
            assertThat(own.own()).isTrue();
            assertThat(server.lines().stream().filter(line -> line.contains("\"serverOffset\":4")))
                    .hasSize(1);
        }
    }
}
