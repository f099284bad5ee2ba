package dev.hearth.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.ConnectionState;
import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.Event;
import dev.hearth.model.Message;
import dev.hearth.testkit.NodeProcess;
import dev.hearth.testkit.Patience;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Servers that die and come back on the same port.
final class OutageTest {
    private static NodeProcess again(NodeProcess dead, String script, String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--port";
        all[arguments.length + 1] = Integer.toString(dead.port());
        return NodeProcess.server(script, all);
    }

    @Test
    void comesBackByItselfAndSaysWhenItTries() {
        NodeProcess server = NodeProcess.server("servers/echo.mjs");
        try (Joined joined = Joined.to(server.address()).online()) {
            joined.say("before");
            server.close();
            ConnectionState.Offline offline = joined.await(ConnectionState.Offline.class);
            Duration wait = Duration.between(Instant.now(), offline.nextTry());
            assertThat(wait).isBetween(Duration.ofMillis(500), Duration.ofSeconds(2));
            assertThat(offline.reason()).endsWith(".");
            try (NodeProcess fresh = again(server, "servers/echo.mjs")) {
                joined.online();
                assertThat(joined.say("after").delivery()).isEqualTo(Delivery.DELIVERED);
                assertThat(joined.texts()).containsExactly("before", "after");
                assertThat(joined.states())
                        .filteredOn(ConnectionState.Connecting.class::isInstance)
                        .hasSizeGreaterThanOrEqualTo(2)
                        .contains(new ConnectionState.Connecting(1));
                assertThat(fresh.isAlive()).isTrue();
            }
        } finally {
            server.close();
        }
    }

    @Test
    void waitsLongerEachTimeAndTriesAtOnceWhenAsked() {
        NodeProcess server = NodeProcess.server("servers/echo.mjs");
        try (Joined joined = Joined.to(server.address()).online()) {
            server.close();
            joined.await(ConnectionState.Offline.class);
            for (int attempt = 1; attempt <= 6; attempt++) {
                ConnectionState.Connecting expected = new ConnectionState.Connecting(attempt);
                joined.awaitState(ConnectionState.Offline.class::isInstance);
                int before = joined.states().size();
                joined.chat().reconnectNow();
                Patience.await()
                        .until(
                                () ->
                                        joined.states().size() >= before + 2
                                                && joined.chat().state()
                                                        instanceof ConnectionState.Offline);
                assertThat(joined.states().subList(before, before + 1)).containsExactly(expected);
            }
            ConnectionState.Offline offline = joined.await(ConnectionState.Offline.class);
            assertThat(Duration.between(Instant.now(), offline.nextTry()))
                    .isBetween(Duration.ofSeconds(10), Duration.ofSeconds(30));
            assertThat(offline.reason()).isEqualTo("The connection was lost.");
            try (NodeProcess fresh = again(server, "servers/echo.mjs")) {
                joined.chat().reconnectNow();
                joined.online();
                assertThat(fresh.isAlive()).isTrue();
            }
        } finally {
            server.close();
        }
    }

    @Test
    void whatWasWrittenOfflineGoesOutOnce() {
        NodeProcess server = NodeProcess.server("servers/echo.mjs");
        try (Joined joined = Joined.to(server.address()).online()) {
            server.close();
            joined.await(ConnectionState.Offline.class);
            List<EntryId> ids =
                    List.of(joined.lobby().send("first"), joined.lobby().send("second"));
            joined.awaitMessages(2);
            assertThat(joined.messages())
                    .extracting(Message::delivery)
                    .containsOnly(Delivery.SENDING);
            try (NodeProcess fresh = again(server, "servers/echo.mjs")) {
                joined.chat().reconnectNow();
                ids.forEach(id -> joined.awaitDelivery(id, Delivery.Delivered.class));
                assertThat(fresh.lines())
                        .filteredOn(line -> line.startsWith("message"))
                        .containsExactly("message \"first\"", "message \"second\"");
            }
        } finally {
            server.close();
        }
    }

    @Test
    void aCutBeforeTheEchoLeavesItToThePerson() {
        NodeProcess server = NodeProcess.server("servers/echo.mjs", "--mute", "on");
        try (Joined joined = Joined.to(server.address()).online()) {
            EntryId kept = joined.lobby().send("perhaps");
            EntryId dropped = joined.lobby().send("never mind");
            server.awaitLine("message \"never mind\""::equals);
            server.close();
            joined.awaitDelivery(kept, Delivery.NotConfirmed.class);
            joined.awaitDelivery(dropped, Delivery.NotConfirmed.class);
            joined.chat().discard(dropped);
            try (NodeProcess fresh = again(server, "servers/echo.mjs")) {
                joined.chat().reconnectNow();
                joined.online();
                joined.say("after");
                assertThat(joined.message(kept).delivery()).isEqualTo(Delivery.NOT_CONFIRMED);
                assertThat(joined.texts()).containsExactly("perhaps", "after");
                joined.chat().retry(kept);
                joined.awaitDelivery(kept, Delivery.Delivered.class);
                assertThat(fresh.lines())
                        .filteredOn(line -> line.startsWith("message"))
                        .containsExactly("message \"after\"", "message \"perhaps\"");
                joined.chat().retry(kept);
                joined.chat().discard(kept);
                joined.say("still there");
                assertThat(joined.texts()).containsExactly("perhaps", "after", "still there");
            }
            assertThat(joined.events())
                    .filteredOn(Event.MessageRemoved.class::isInstance)
                    .containsExactly(new Event.MessageRemoved(dropped));
        } finally {
            server.close();
        }
    }

    @Test
    void aServerThatAcknowledgesGetsItAgainUnderTheSameId() {
        NodeProcess server = NodeProcess.server("servers/storing.mjs");
        try (Joined joined = Joined.to(server.address()).online()) {
            joined.say("acknowledged once");
            // With the second echo the first acknowledgement is there for certain.
            joined.say("and once more");
            server.close();
            joined.await(ConnectionState.Offline.class);
            NodeProcess mute = again(server, "servers/storing.mjs", "--ack", "no");
            joined.chat().reconnectNow();
            joined.online();
            EntryId id = joined.lobby().send("cut off");
            mute.awaitLine("message \"cut off\""::equals);
            mute.close();
            joined.await(ConnectionState.Offline.class);
            assertThat(joined.message(id).delivery()).isEqualTo(Delivery.SENDING);
            try (NodeProcess fresh = again(server, "servers/storing.mjs")) {
                joined.chat().reconnectNow();
                joined.awaitDelivery(id, Delivery.Delivered.class);
                assertThat(fresh.lines())
                        .filteredOn(line -> line.startsWith("message"))
                        .containsExactly("message \"cut off\"");
                assertThat(joined.texts())
                        .containsExactly("acknowledged once", "and once more", "cut off");
            } finally {
                mute.close();
            }
        } finally {
            server.close();
        }
    }

    @Test
    void countsFromTheStartAgainWithAServerThatDoes() {
        NodeProcess server = NodeProcess.server("servers/storing.mjs");
        try (Joined joined = Joined.to(server.address()).online()) {
            for (int i = 1; i <= 5; i++) {
                joined.say("old " + i);
            }
            server.close();
            joined.await(ConnectionState.Offline.class);
            NodeProcess second = again(server, "servers/storing.mjs");
            joined.chat().reconnectNow();
            joined.online();
            try (Joined other = Joined.to(server.address()).online()) {
                other.say("new 1");
                other.say("new 2");
            }
            joined.awaitMessages(7);
            assertThat(joined.texts())
                    .containsExactly("old 1", "old 2", "old 3", "old 4", "old 5", "new 1", "new 2");
            second.close();
            joined.await(ConnectionState.Offline.class);
            try (NodeProcess third = again(server, "servers/storing.mjs")) {
                joined.chat().reconnectNow();
                third.awaitLine(
                        line ->
                                line.startsWith("connected")
                                        && line.contains("\"serverOffset\":2"));
            } finally {
                second.close();
            }
        } finally {
            server.close();
        }
    }

    @Test
    void replayAfterACutShowsNothingTwice() {
        try (NodeProcess server = NodeProcess.server("servers/storing.mjs");
                Proxy proxy = Proxy.to(server.port());
                Joined joined = Joined.to(proxy.address()).online();
                Joined other = Joined.to(server.address()).online()) {
            joined.say("one");
            other.awaitMessages(1);
            proxy.cut();
            joined.await(ConnectionState.Offline.class);
            EntryId mine = joined.lobby().send("three");
            other.say("two");
            proxy.mend();
            joined.chat().reconnectNow();
            joined.awaitDelivery(mine, Delivery.Delivered.class);
            joined.awaitMessages(3);
            assertThat(joined.texts()).containsExactlyInAnyOrder("one", "two", "three");
            other.awaitMessages(3);
            assertThat(other.texts()).containsExactly("one", "two", "three");
        }
    }

    @Test
    void noticesACableThatWasPulled() {
        try (NodeProcess server = NodeProcess.server("servers/echo.mjs", "--ping", "300");
                Proxy proxy = Proxy.to(server.port());
                Joined joined = Joined.to(proxy.address()).online()) {
            joined.say("before");
            proxy.freeze();
            EntryId id = joined.lobby().send("lost");
            ConnectionState.Offline offline = joined.await(ConnectionState.Offline.class);
            assertThat(offline.reason()).isEqualTo("The server stopped answering.");
            joined.awaitDelivery(id, Delivery.NotConfirmed.class);
            proxy.cut();
            proxy.mend();
            joined.chat().reconnectNow();
            joined.online();
            joined.say("after");
        }
    }

    @Test
    void aServerThatLetsNobodyInAnyMoreIsNotTriedAgain() {
        NodeProcess server = NodeProcess.server("servers/echo.mjs");
        try (Joined joined = Joined.to(server.address()).online()) {
            server.close();
            joined.await(ConnectionState.Offline.class);
            try (NodeProcess refusing = again(server, "servers/refusing.mjs")) {
                joined.chat().reconnectNow();
                ConnectionState.Refused refused = joined.await(ConnectionState.Refused.class);
                assertThat(refused.reason()).contains("members only");
                assertThat(refusing.isAlive()).isTrue();
            }
        } finally {
            server.close();
        }
    }

    @Test
    void aServerThatClosesAtOnceIsTriedLessAndLessOften() {
        try (NodeProcess server = NodeProcess.server("servers/odd.mjs", "--cut", "on");
                Joined joined = Joined.to(server.address())) {
            for (int i = 0; i < 5; i++) {
                ConnectionState.Offline offline = joined.await(ConnectionState.Offline.class);
                assertThat(offline.reason())
                        .isEqualTo("The chat was ended, or you were put out of it.");
                joined.chat().reconnectNow();
                Patience.await().until(() -> !offline.equals(joined.chat().state()));
            }
            ConnectionState.Offline last = joined.await(ConnectionState.Offline.class);
            assertThat(Duration.between(Instant.now(), last.nextTry()))
                    .isGreaterThan(Duration.ofSeconds(10));
        }
    }
}
