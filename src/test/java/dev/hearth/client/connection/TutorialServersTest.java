package dev.hearth.client.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.client.JoinRequest;
import dev.hearth.client.JoinRequest.Transports;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.Message;
import dev.hearth.model.Person;
import dev.hearth.testkit.Abilities;
import dev.hearth.testkit.NodeProcess;
import dev.hearth.testkit.Patience;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Our client on real Node servers (Express + socket.io 4) that speak the tutorial's steps.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TutorialServersTest {
    private NodeProcess echo;
    private NodeProcess storing;

    @BeforeAll
    void start() {
        echo = NodeProcess.server("servers/echo.mjs");
        storing = NodeProcess.server("servers/storing.mjs");
    }

    @AfterAll
    void stop() {
        echo.close();
        storing.close();
    }

    /// 1 byte to 8 KB, with everything that is easily broken on the way.
    private static List<String> texts() {
        String hard =
                "\"quoted\" \\ 'single' </script> \u2028\u2029 \t\r\n ünïcödé 漢字 👩‍👩‍👧‍👦 🏳️‍🌈 \u0000\u0001\u007f ";
        return List.of(
                "a",
                "é",
                "😀",
                "line\nline\r\nline",
                " surrounded by blanks ",
                "{\"json\": [1, null]}",
                "2[\"chat message\",\"x\"]",
                "a\u001eb",
                hard,
                "x".repeat(8_192),
                "😀".repeat(2_048),
                hard.repeat(60));
    }

    @ParameterizedTest
    @EnumSource(Transports.class)
    void textsTravelUnchangedBothWays(Transports transports) {
        try (Joined writer = Joined.to(new JoinRequest(echo.address(), "", transports)).online();
                Joined reader =
                        Joined.to(new JoinRequest(echo.address(), "", transports)).online()) {
            List<String> texts = texts();
            List<EntryId> ids = texts.stream().map(writer.lobby()::send).toList();
            assertThat(reader.awaitMessages(texts.size()))
                    .extracting(Message::text)
                    .containsExactlyElementsOf(texts);
            ids.forEach(id -> writer.awaitDelivery(id, Delivery.Delivered.class));
            assertThat(writer.texts()).containsExactlyElementsOf(texts);
            assertThat(writer.messages()).allMatch(Message::own);
            assertThat(reader.messages())
                    .allMatch(message -> !message.own() && message.from().equals(Person.UNKNOWN));
        }
    }

    @Test
    void startsWithPollingAndSwitchesToWebSocket() {
        try (Joined joined = Joined.to(echo.address()).online()) {
            echo.awaitLine("upgraded websocket"::equals);
            assertThat(joined.say("after the switch").delivery()).isEqualTo(Delivery.DELIVERED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "5", "6"})
    void anEchoIsTheAcknowledgementOnStepsThatKeepNothing(String step) {
        try (NodeProcess server = NodeProcess.server("servers/echo.mjs", "--step", step);
                Joined joined = Joined.to(server.address()).online()) {
            Message first = joined.say("same");
            Message second = joined.say("same");
            assertThat(first.id()).isNotEqualTo(second.id());
            assertThat(joined.texts()).containsExactly("same", "same");
            assertThat(joined.chat().state())
                    .isEqualTo(new ConnectionState.Online(Abilities.PLAIN_ECHO));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "8", "9"})
    void messagesAreNumberedOnStepsThatStore(String step) {
        try (NodeProcess server = NodeProcess.server("servers/storing.mjs", "--step", step);
                Joined joined = Joined.to(server.address()).online();
                Joined other = Joined.to(server.address()).online()) {
            EntryId id = joined.lobby().send("one");
            joined.awaitDelivery(id, Delivery.Delivered.class);
            Patience.await().until(() -> joined.message(id).seq().isPresent());
            assertThat(joined.message(id).seq()).isEqualTo(OptionalLong.of(1));
            assertThat(joined.texts()).containsExactly("one");
            assertThat(other.awaitMessages(1)).extracting(Message::own).containsExactly(false);
            assertThat(joined.chat().state())
                    .isEqualTo(new ConnectionState.Online(Abilities.PLAIN_ACKNOWLEDGING));
        }
    }

    @Test
    void aNewcomerSeesWhatWasWrittenUnlessItAsksForNothing() {
        try (NodeProcess server = NodeProcess.server("servers/storing.mjs");
                Joined early = Joined.to(server.address()).online()) {
            early.say("one");
            early.say("two");
            JoinRequest request = new JoinRequest(server.address(), "");
            try (Joined late = Joined.to(request);
                    Joined live = Joined.to(request.with(JoinRequest.History.NONE)).online()) {
                assertThat(late.awaitMessages(2))
                        .extracting(Message::text)
                        .containsExactly("one", "two");
                early.say("three");
                late.awaitMessages(3);
                live.awaitMessages(1);
                assertThat(live.texts()).containsExactly("three");
            }
        }
    }

    @Test
    void whatIsSentWhileConnectingGoesOutInOrder() {
        try (Joined joined = Joined.to(storing.address())) {
            List<String> texts = IntStream.range(0, 200).mapToObj(i -> "early " + i).toList();
            List<EntryId> ids = texts.stream().map(joined.lobby()::send).toList();
            ids.forEach(id -> joined.awaitDelivery(id, Delivery.Delivered.class));
            assertThat(joined.texts()).containsExactlyElementsOf(texts);
            Patience.await()
                    .until(() -> joined.messages().stream().allMatch(m -> m.seq().isPresent()));
            List<Long> numbers =
                    ids.stream().map(id -> joined.message(id).seq().orElse(0)).toList();
            assertThat(numbers).isSorted().doesNotContain(0L);
        }
    }

    @Test
    void anAcknowledgementIsEnoughWhereAuthorsGetNoEcho() {
        try (NodeProcess server = NodeProcess.server("servers/storing.mjs", "--others", "on");
                Joined joined = Joined.to(server.address()).online()) {
            assertThat(joined.say("one").delivery()).isEqualTo(Delivery.DELIVERED);
            assertThat(joined.texts()).containsExactly("one");
        }
    }

    @Test
    void ownNamedEchoShowsThePlainText() {
        try (Joined named = Joined.to(new JoinRequest(echo.address(), "Ada")).online();
                Joined other = Joined.to(echo.address()).online()) {
            other.say("Ada: not from her");
            assertThat(named.awaitMessages(1).getFirst().text()).isEqualTo("Ada: not from her");
            assertThat(named.say("mine").text()).isEqualTo("mine");
            assertThat(named.messages()).hasSize(2);
        }
    }

    @Test
    void refusesWhatCannotBeAMessage() {
        try (Joined joined = Joined.to(echo.address()).online()) {
            assertRefused(joined, " \n ", ErrorCode.EMPTY);
            assertRefused(joined, "é".repeat(450_001), ErrorCode.TOO_LONG);
            joined.say("good");
            assertThat(joined.texts()).containsExactly("good");
            joined.leave();
            assertRefused(joined, "late", ErrorCode.CLOSED);
        }
    }

    private static void assertRefused(Joined joined, String text, ErrorCode code) {
        assertThatThrownBy(() -> joined.lobby().send(text))
                .isInstanceOfSatisfying(
                        HearthException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void carriesALargeMessage() {
        try (Joined joined = Joined.to(storing.address()).online()) {
            assertThat(joined.say("é".repeat(400_000)).text()).hasSize(400_000);
        }
    }

    @Test
    void tellsEverythingOnOneThreadAndClosedLast() {
        try (Joined joined = Joined.to(echo.address()).online()) {
            joined.say("hello");
            joined.leave();
            joined.leave();
            joined.await(ConnectionState.Closed.class);
            assertThat(joined.threads()).hasSize(1);
            assertThat(joined.states())
                    .startsWith(new ConnectionState.Connecting(1))
                    .endsWith(new ConnectionState.Closed());
        }
    }

    @ParameterizedTest
    @EnumSource(Transports.class)
    void oddMessagesDisturbNothing(Transports transports) {
        try (NodeProcess server = NodeProcess.server("servers/odd.mjs");
                Joined joined = Joined.to(new JoinRequest(server.address(), "", transports))) {
            joined.awaitMessages(4);
            assertThat(joined.texts())
                    .containsExactly(
                            "odd offset", "odd envelope", "asks for an answer", "still fine");
            joined.online();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"websocket", "polling"})
    void joinsAServerThatAllowsOneTransportOnly(String transport) {
        try (NodeProcess server =
                        NodeProcess.server("servers/echo.mjs", "--transports", transport);
                Joined joined = Joined.to(server.address()).online()) {
            assertThat(joined.say("hello").delivery()).isEqualTo(Delivery.DELIVERED);
        }
    }
}
