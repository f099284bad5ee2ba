package dev.hearth.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The official JavaScript clients of three generations, over each of their transports.
class InteropTest {
    private final SocketServer server =
            new SocketServer(ServerOptions.defaults().withBind("127.0.0.1", 0));
    private final Recorder handler = new Recorder();

    @BeforeEach
    void start() throws IOException {
        server.namespace("/", handler);
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "socket.io-client   | default",
                "socket.io-client   | polling",
                "socket.io-client   | websocket",
                "socket.io-client-3 | default",
                "socket.io-client-3 | polling",
                "socket.io-client-3 | websocket",
                "socket.io-client-2 | websocket"
            })
    void carriesTextsAndBytesUnchangedAndInOrder(String client, String transports)
            throws Exception {
        String url = "http://127.0.0.1:" + server.address().getPort();
        Node.Result result = Node.run("interop.js", url, client, transports);
        assertThat(result.output()).isEqualToIgnoringWhitespace("ok");
        assertThat(result.exit()).isZero();
    }
}
