package dev.hearth.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.JoinRequest;
import dev.hearth.client.JoinRequest.Transports;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Event;
import dev.hearth.model.Message;
import dev.hearth.model.Presence;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.testkit.NodeProcess;
import dev.hearth.testkit.Patience;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real servers of the official private messaging example.
final class PrivateServersTest {
    private static NodeProcess server(String... arguments) {
        return NodeProcess.server("servers/private.mjs", arguments);
    }

    private static Joined join(NodeProcess server, String name, Transports transports) {
        return Joined.to(new JoinRequest(server.address(), name, transports));
    }

    private static Joined join(NodeProcess server, String name) {
        return join(server, name, Transports.WEBSOCKET_ONLY);
    }

    /// The conversation with somebody, once it is told of.
    private static RoomId with(Joined joined, String name) {
        return Patience.await()
                .until(
                        () ->
                                joined.events(Event.RoomsChanged.class).stream()
                                        .flatMap(event -> event.rooms().stream())
                                        .filter(head -> head.name().equals(name))
                                        .filter(head -> head.kind() == RoomKind.DIRECT)
                                        .map(RoomHead::id)
                                        .reduce((_, last) -> last),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static EntryId send(Joined joined, String name, String text) {
        return joined.chat().room(with(joined, name)).send(text);
    }

    private static Message say(Joined joined, String name, String text) {
        return joined.awaitDelivery(send(joined, name, text), Delivery.Delivered.class);
    }

    private static boolean isHere(Joined joined, String name) {
        return joined.events(Event.PeopleChanged.class).stream()
                .flatMap(event -> event.people().stream())
                .filter(each -> each.person().name().equals(name))
                .reduce((_, last) -> last)
                .filter(Presence::online)
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"on, POLLING_ONLY", "off, WEBSOCKET_ONLY"})
    void peopleWriteToEachOtherAndNobodyElseSeesIt(String sessions, Transports transports) {
        try (NodeProcess server = server("--sessions", sessions);
                Joined ada = join(server, "Ada", transports).online();
                Joined bob = join(server, "Bob", transports).online();
                Joined eve = join(server, "Eve", transports).online()) {
            assertThat(((ConnectionState.Online) ada.chat().state()).can().lobby()).isFalse();
            say(ada, "Bob", "hello");
            bob.awaitMessages(1);
            assertThat(bob.texts(with(bob, "Ada"))).containsExactly("hello");
            assertThat(bob.messages().getFirst().from().name()).isEqualTo("Ada");
            say(bob, "Ada", "hi");
            ada.awaitMessages(2);
            assertThat(ada.texts(with(ada, "Bob"))).containsExactly("hello", "hi");
            say(eve, "Bob", "psst");
            bob.awaitMessages(3);
            assertThat(bob.texts(with(bob, "Eve"))).containsExactly("psst");
            assertThat(eve.texts()).containsExactly("psst");
            eve.leave();
            Patience.await().until(() -> !isHere(bob, "Eve"));
            assertThat(isHere(bob, "Ada")).isTrue();
            assertThat(isHere(ada, "Ada")).isFalse();
        }
    }

    @Test
    void afterACutTheSessionGoesOnAndWhatTheServerKeepsIsShownOnce() {
        try (NodeProcess server = server("--keeps", "on");
                Joined ada = join(server, "Ada").online();
                Joined bob = join(server, "Bob").online()) {
            RoomId room = with(ada, "Bob");
            say(ada, "Bob", "same");
            say(ada, "Bob", "same");
            say(bob, "Ada", "answer");
            ada.awaitMessages(3);
            EntryId late = send(ada, "Bob", "cut off");
            server.awaitLine(
                    "got [\"private message\",{\"content\":\"cut off\",\"to\":\""
                                    .concat(room.value().substring("direct ".length()) + "\"}]")
                            ::equals);
            server.tell("cut");
            ada.await(ConnectionState.Offline.class);
            ada.chat().reconnectNow();
            ada.awaitDelivery(late, Delivery.Delivered.class);
            ada.online();
            bob.chat().reconnectNow();
            bob.awaitState(ConnectionState.Online.class::isInstance);
            say(ada, "Bob", "after");
            bob.awaitMessages(5);
            assertThat(bob.texts(with(bob, "Ada")))
                    .containsExactly("same", "same", "answer", "cut off", "after");
            assertThat(ada.texts(room))
                    .containsExactly("same", "same", "answer", "cut off", "after");
            assertThat(with(ada, "Bob")).isEqualTo(room);
            try (Joined second = join(server, "Carol").online()) {
                assertThat(second.texts()).isEmpty();
            }
        }
    }

    @Test
    void aRestartBringsOtherPeopleAndNothingTwice() {
        NodeProcess first = server();
        String port = String.valueOf(first.port());
        try (Joined ada = join(first, "Ada").online();
                Joined bob = join(first, "Bob").online()) {
            say(ada, "Bob", "before");
            bob.awaitMessages(1);
            first.close();
            ada.await(ConnectionState.Offline.class);
            bob.await(ConnectionState.Offline.class);
            try (NodeProcess _ = server("--port", port)) {
                bob.chat().reconnectNow();
                bob.online();
                ada.chat().reconnectNow();
                ada.online();
                Patience.await().until(() -> isHere(ada, "Bob") && bob.texts().size() == 1);
                say(ada, "Bob", "after");
                bob.awaitMessages(2);
                assertThat(bob.texts()).containsExactly("before", "after");
                assertThat(ada.texts()).containsExactly("before", "after");
            }
        } finally {
            first.close();
        }
    }

    @Test
    void withoutANameOrSomebodyToWriteToThereIsASentence() {
        try (NodeProcess server = server();
                Joined nameless = Joined.to(server.address());
                Joined ada = join(server, "Ada").online()) {
            ConnectionState.Refused refused = nameless.await(ConnectionState.Refused.class);
            assertThat(refused.reason()).contains("invalid username").contains("--name");
            try (Joined early = join(server, "Eve")) {
                EntryId queued = early.lobby().send("to nobody");
                early.awaitDelivery(queued, Delivery.Failed.class);
            }
            EntryId id = ada.lobby().send("to nobody");
            assertThat(ada.awaitDelivery(id, Delivery.Failed.class).delivery())
                    .isInstanceOfSatisfying(
                            Delivery.Failed.class,
                            failed -> {
                                assertThat(failed.code()).isEqualTo(ErrorCode.UNSUPPORTED);
                                assertThat(failed.reason()).contains("--to NAME");
                            });
            assertThat(server.lines()).noneMatch(line -> line.contains("to nobody"));
        }
    }
}
