package dev.hearth.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.socket.client.IO;
import io.socket.client.Socket;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A server that stops in order and starts again: the clients of every language, left to their own
/// defaults, are back within a few seconds, and nobody has to press a button.
class ComeBackTest {
    /// The clients wait a second, or two if they were unlucky, before they try.
    private static final Duration SOON = Duration.ofSeconds(8);

    private final List<Process> processes = new ArrayList<>();
    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (Process process : processes) {
            try (OutputStream _ = process.getOutputStream()) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
            }
            process.destroyForcibly();
        }
        sockets.forEach(Socket::close);
    }

    private interface Clients {
        void start(String url) throws IOException;
    }

    private void comeBack(int count, Clients clients) throws IOException {
        int port;
        try (Fixture first = new Fixture()) {
            port = first.port;
            clients.start("http://127.0.0.1:" + port);
            await().atMost(Duration.ofSeconds(30)).until(() -> first.handler.peers.size() == count);
        }
        Recorder handler = new Recorder();
        try (SocketServer second =
                new SocketServer(ServerOptions.defaults().withBind("127.0.0.1", port))) {
            second.namespace("/", handler);
            assertThat(second.start()).extracting(InetSocketAddress::getPort).isEqualTo(port);
            await().atMost(SOON).untilAsserted(() -> assertThat(handler.peers).hasSize(count));
        }
    }

    private void run(Path folder, String... command) throws IOException {
        processes.add(
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start());
    }

    @Test
    void javaScript() throws IOException {
        Path folder = Path.of(System.getProperty("hearth.target", "target"), "node", "socketio");
        String[][] kinds = {
            {"socket.io-client", "polling"},
            {"socket.io-client", "websocket"},
            {"socket.io-client", "polling+websocket"},
            {"socket.io-client-3", "polling"},
            {"socket.io-client-2", "websocket"},
        };
        comeBack(
                kinds.length,
                url -> {
                    for (String[] kind : kinds) {
                        run(folder, "node", "comeback.js", url, kind[0], kind[1]);
                    }
                });
    }

    @Test
    void java() throws IOException {
        comeBack(
                3,
                url -> {
                    for (String transports : List.of("polling", "websocket", "polling,websocket")) {
                        IO.Options options = new IO.Options();
                        options.transports = transports.split(",", -1);
                        options.forceNew = true;
                        Socket socket = IO.socket(URI.create(url), options);
                        sockets.add(socket);
                        socket.connect();
                    }
                });
    }

    @Test
    void pythonByPolling() throws Exception {
        Path script = Path.of("src", "test", "python", "comeback.py").toAbsolutePath();
        assumeTrue(runs("/usr/bin/python3", script.toString()), "python3-socketio and -requests");
        comeBack(
                1, url -> run(Path.of("."), "/usr/bin/python3", script.toString(), url, "polling"));
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
