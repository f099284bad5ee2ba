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
import java.util.List;
import org.junit.jupiter.api.Test;

/// Servers that are neither Hearth's nor Node's: they say in a text of their own that they have no
/// such namespace, where Node says it in an object.
final class OtherServersTest {
    private static final List<Transports> EXACT =
            List.of(Transports.POLLING_ONLY, Transports.WEBSOCKET_ONLY);

    @Test
    void joinsNettySocketioAsItComes() throws IOException {
        try (StockNetty server = new StockNetty();
                Joined bob = Joined.to(by(server, "Bob", Transports.WEBSOCKET_ONLY)).online()) {
            for (Transports transports : EXACT) {
                try (Joined ada = Joined.to(by(server, "Ada", transports)).online()) {
                    assertThat(ada.say("by " + transports).delivery())
                            .isEqualTo(Delivery.DELIVERED);
                }
            }
            bob.awaitMessages(2);
            assertThat(bob.texts()).isEqualTo(server.heard());
            assertThat(server.heard()).containsExactly("by POLLING_ONLY", "by WEBSOCKET_ONLY");
        }
    }

    /// In the middle of the switch to WebSocket this server may lose what is said.
    @Test
    void joinsNettySocketioByEitherTransport() throws IOException {
        try (StockNetty server = new StockNetty();
                Joined ada = Joined.to(by(server, "Ada", Transports.DEFAULT))) {
            ada.online();
        }
    }

    private static JoinRequest by(StockNetty server, String name, Transports transports) {
        return new JoinRequest(server.address(), name, transports);
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
