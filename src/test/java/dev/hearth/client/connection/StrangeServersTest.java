package dev.hearth.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.JoinRequest;
import dev.hearth.client.MessageArguments;
import dev.hearth.model.Capabilities.Confirmation;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Event;
import dev.hearth.testkit.NodeProcess;
import dev.hearth.testkit.Patience;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Socket.IO servers whose events no dialect knows: they are named as such, and not written to.
final class StrangeServersTest {
    private static List<String> got(NodeProcess server) {
        return server.lines().stream().filter(line -> line.startsWith("got ")).toList();
    }

    @Test
    void whatTheServerSaysIsNamedAndNothingIsSent() {
        String escape = "bad\u001b[2J";
        try (NodeProcess server =
                        NodeProcess.server(
                                "servers/strange.mjs", "--says", "roomData," + escape + ",tick");
                Joined ada = Joined.to(new JoinRequest(server.address(), "Ada"))) {
            ada.lobby().send("hello");
            ConnectionState.Refused refused = ada.await(ConnectionState.Refused.class);
            assertThat(refused.code()).isEqualTo(ErrorCode.UNRECOGNISED);
            assertThat(refused.reason())
                    .contains("It said “bad\\u001b[2J”, “roomData”, “tick”.")
                    .contains("Nearest is the dialect “acknowledged”.")
                    .contains("--dialect")
                    .doesNotContain("\u001b");
            assertThat(got(server)).isEmpty();
            assertThat(ada.states()).noneMatch(ConnectionState.Online.class::isInstance);
        }
    }

    @Test
    void soIsWhatItsPageSends() {
        try (NodeProcess server =
                        NodeProcess.server("servers/strange.mjs", "--page", "new-user,shout");
                Joined ada = Joined.to(new JoinRequest(server.address(), "Ada"))) {
            assertThat(ada.await(ConnectionState.Refused.class).reason())
                    .contains(
                            "Its page sends “new-user”, “shout”. Nearest is the dialect “names”.");
            assertThat(got(server)).isEmpty();
        }
    }

    /// Servers of the tutorial say nothing either: it is tried, and said that nothing shows it.
    @Test
    void aSilentServerIsTakenForAPlainOneUntilItSaysOtherwise() {
        try (NodeProcess server = NodeProcess.server("servers/strange.mjs");
                Joined ada = Joined.to(new JoinRequest(server.address(), "Ada")).online()) {
            assertThat(ada.chat().state())
                    .isInstanceOfSatisfying(
                            ConnectionState.Online.class,
                            online ->
                                    assertThat(online.can().confirms())
                                            .isEqualTo(Confirmation.UNKNOWN));
            Patience.await().until(() -> !ada.events(Event.Noticed.class).isEmpty());
            assertThat(ada.events(Event.Noticed.class).getFirst().sentence())
                    .contains("does not show which events it speaks")
                    .contains("another dialect");
            ada.lobby().send("hello");
            server.awaitLine("got [\"chat message\",\"hello\"]"::equals);
        }
    }

    @Test
    void whereAPersonSaysThatItIsPlainNothingIsDoubted() {
        try (NodeProcess server = NodeProcess.server("servers/strange.mjs", "--says", "welcome");
                Joined ada =
                        Joined.to(
                                new JoinRequest(server.address(), "Ada")
                                        .with(MessageArguments.TEXT))) {
            ada.online().lobby().send("hello");
            server.awaitLine("got [\"chat message\",\"hello\"]"::equals);
            assertThat(ada.events(Event.Noticed.class)).isEmpty();
        }
    }
}
