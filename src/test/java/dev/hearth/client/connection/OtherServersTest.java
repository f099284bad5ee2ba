package dev.hearth.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.JoinRequest;
import dev.hearth.client.JoinRequest.Transports;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Delivery;
import dev.hearth.model.ErrorCode;
import dev.hearth.testkit.NodeProcess;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

/// Servers that are neither Hearth's nor Node's: they say in a text of their own that they have no
/// such namespace, where Node says it in an object.
final class OtherServersTest {
    @Test
    void joinsNettySocketioAsItComes() throws IOException {
        try (StockNetty server = new StockNetty();
                Joined bob = Joined.to(server.address()).online()) {
            for (Transports transports : Transports.values()) {
                JoinRequest request = new JoinRequest(server.address(), "Ada", transports);
                try (Joined ada = Joined.to(request).online()) {
                    if (transports == Transports.DEFAULT) {
                        server.awaitUpgrades();
                    }
                    assertThat(ada.say("by " + transports).delivery())
                            .isEqualTo(Delivery.DELIVERED);
                }
            }
            bob.awaitMessages(3);
            assertThat(bob.texts()).isEqualTo(server.heard());
            assertThat(server.heard())
                    .containsExactly("by DEFAULT", "by POLLING_ONLY", "by WEBSOCKET_ONLY");
        }
    }

    @Test
    void joinsPythonSocketio() {
        try (NodeProcess server = NodeProcess.pythonServer("servers/python.py");
                Joined ada = Joined.to(new JoinRequest(server.address(), "Ada")).online();
                Joined bob = Joined.to(server.address()).online()) {
            assertThat(ada.say("hello").delivery()).isEqualTo(Delivery.DELIVERED);
            bob.awaitMessages(1);
            assertThat(bob.texts()).containsExactly("hello");
        }
    }

    @Test
    void showsTheOwnWordsOfARefusal() {
        try (NodeProcess server =
                        NodeProcess.pythonServer("servers/python.py", "--refuse", "members only");
                NodeProcess mute = NodeProcess.pythonServer("servers/python.py", "--refuse", "-")) {
            assertRefused(server.address(), "members only");
            assertRefused(mute.address(), "refused the connection");
        }
    }

    private static void assertRefused(URI server, String words) {
        try (Joined joined = Joined.to(server)) {
            ConnectionState.Refused refused = joined.await(ConnectionState.Refused.class);
            assertThat(refused.code()).isEqualTo(ErrorCode.REFUSED);
            assertThat(refused.reason()).contains(words).doesNotContain("{");
        }
    }
}
