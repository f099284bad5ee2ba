package dev.hearth.client.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hearth.client.MessageArguments;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A page is read within bounds, whatever it is.
final class ChatPageTest {
    private static final String CALLBACK = "socket.emit('chat message', text, () => {})";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, String> files = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server = serve();

    private HttpServer serve() {
        try {
            HttpServer fresh =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            fresh.setExecutor(threads);
            fresh.createContext("/", this::answer);
            return fresh;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        asked.add(path);
        String file = files.getOrDefault(path, "");
        try (exchange) {
            if (file.startsWith("->")) {
                exchange.getResponseHeaders().add("Location", file.substring(2));
                exchange.sendResponseHeaders(302, -1);
            } else if (file.equals("endless")) {
                exchange.sendResponseHeaders(200, 0);
                OutputStream out = exchange.getResponseBody();
                byte[] much = "<script>".repeat(10_000).getBytes(StandardCharsets.UTF_8);
                for (int i = 0; i < 1_000; i++) {
                    out.write(much);
                }
            } else {
                byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(file.isEmpty() ? 404 : 200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static String script(String source) {
        return "<script src=\"" + source + "\"></script>";
    }

    @Test
    void looksIntoScriptsWhereThePageSaysNothing() {
        files.put("/team/", script("/socket.io/socket.io.js") + script("a.js") + script("../b.js"));
        files.put("/team/a.js", "nothing");
        files.put("/b.js", CALLBACK);
        assertThat(ChatPage.read(address("/team/")).arguments())
                .contains(MessageArguments.CALLBACK);
        assertThat(asked).containsExactly("/team/", "/team/a.js", "/b.js");
    }

    @Test
    void asksNoOtherOrigin() {
        files.put("/", script("http://localhost:" + server.getAddress().getPort() + "/a.js"));
        files.put("/a.js", CALLBACK);
        assertThat(ChatPage.read(address("")).arguments()).isEmpty();
        assertThat(asked).containsExactly("/");
    }

    @Test
    void followsTheServersOwnRedirectsOnly() {
        files.put("/", "->/chat");
        files.put("/chat", CALLBACK);
        assertThat(ChatPage.read(address("")).arguments()).contains(MessageArguments.CALLBACK);
        files.put("/", "->http://localhost:" + server.getAddress().getPort() + "/chat");
        assertThat(ChatPage.read(address("")).arguments()).isEmpty();
        files.put("/", "->/");
        asked.clear();
        assertThat(ChatPage.read(address("")).arguments()).isEmpty();
        assertThat(asked).hasSize(4);
    }

    @Test
    void readsFewScripts() {
        StringBuilder page = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            page.append(script("/" + i + ".js"));
        }
        files.put("/", page.toString());
        assertThat(ChatPage.read(address("")).arguments()).isEmpty();
        assertThat(asked).hasSize(1 + ChatPage.MOST_SCRIPTS);
    }

    @Test
    void readsNoEndlessPage() {
        files.put("/", "endless");
        long start = System.nanoTime();
        assertThat(ChatPage.read(address("")).arguments()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isLessThan(ChatPage.LIMIT.plusSeconds(2));
    }
}
