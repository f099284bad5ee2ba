package dev.hearth.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.testkit.Patience;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A client of one namespace on the wire itself: says whatever it is told to, keeps whatever it is
/// sent, and may stop to read. Thread-safe.
final class WireClient implements AutoCloseable {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature());
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /// An event of the host.
    ///
    /// @param arguments as JSON
    record Heard(String event, JsonNode arguments) {
        JsonNode first() {
            return arguments.path(0);
        }
    }

    private final String prefix;
    private final List<Heard> heard = Collections.synchronizedList(new ArrayList<>());
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger asks = new AtomicInteger();
    private final CompletableFuture<JsonNode> connected = new CompletableFuture<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private volatile boolean dismissed;
    private final BiConsumer<WireClient, Heard> listener;
    private final @Nullable Consumer<String> raw;
    private final WebSocket socket;
    private final Object sending = new Object();
    private volatile boolean paused;
    private volatile boolean keeping = true;

    private WireClient(
            int port,
            String namespace,
            String auth,
            BiConsumer<WireClient, Heard> listener,
            @Nullable Consumer<String> raw) {
        this.raw = raw;
        this.prefix = namespace.equals("/") ? "" : namespace + ",";
        this.listener = listener;
        this.socket =
                HTTP.newWebSocketBuilder()
                        .buildAsync(
                                URI.create(
                                        "ws://127.0.0.1:"
                                                + port
                                                + "/socket.io/?EIO=4&transport=websocket"),
                                new Reading())
                        .join();
        send("40" + prefix + auth);
    }

    /// Connects and waits for the answer to CONNECT.
    ///
    /// @param auth JSON, or nothing
    static WireClient connect(int port, String namespace, String auth) {
        return connect(port, namespace, auth, (_, _) -> {});
    }

    /// @param listener told of every event, on the thread that reads
    static WireClient connect(
            int port, String namespace, String auth, BiConsumer<WireClient, Heard> listener) {
        WireClient client = new WireClient(port, namespace, auth, listener, null);
        client.connected.orTimeout(10, TimeUnit.SECONDS).join();
        return client;
    }

    /// Keeps nothing, and makes no sense of events.
    ///
    /// @param packets takes them as they came, on the thread that reads
    static WireClient connectRaw(
            int port, String namespace, String auth, Consumer<String> packets) {
        WireClient client = new WireClient(port, namespace, auth, (_, _) -> {}, packets);
        client.connected.orTimeout(10, TimeUnit.SECONDS).join();
        return client;
    }

    /// What CONNECT was answered: `{sid}`, or `{message, data}` of a CONNECT_ERROR.
    JsonNode connectAnswer() {
        return connected.join();
    }

    /// Connects to `/hearth`, with `have` and the like in `enter`, and waits for the welcome.
    static WireClient enter(int port, Map<String, ?> enter) {
        WireClient client = connect(port, "/hearth", "{\"v\":1}");
        client.await("hello");
        client.emit("enter", enter);
        client.await("welcome");
        return client;
    }

    static WireClient enter(int port, String name) {
        return enter(port, Map.of("name", name));
    }

    void emit(String event, @Nullable Object... arguments) {
        send("42" + prefix + json(event, arguments));
    }

    /// @return what the acknowledgement says
    CompletableFuture<JsonNode> ask(String event, @Nullable Object... arguments) {
        int id = asks.getAndIncrement();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        send("42" + prefix + id + json(event, arguments));
        return answer;
    }

    /// [#ask], waiting; the first argument of the acknowledgement.
    JsonNode askNow(String event, @Nullable Object... arguments) {
        return ask(event, arguments).orTimeout(20, TimeUnit.SECONDS).join().path(0);
    }

    private static String json(String event, @Nullable Object... arguments) {
        List<@Nullable Object> all = new ArrayList<>();
        all.add(event);
        Collections.addAll(all, arguments);
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private void send(String packet) {
        synchronized (sending) {
            socket.sendText(packet, true).join();
        }
    }

    /// A copy.
    List<Heard> heard() {
        synchronized (heard) {
            return List.copyOf(heard);
        }
    }

    List<JsonNode> heard(String event) {
        return heard().stream().filter(it -> it.event().equals(event)).map(Heard::first).toList();
    }

    /// The first such event, when it has come.
    JsonNode await(String event) {
        return await(event, _ -> true);
    }

    JsonNode await(String event, Predicate<JsonNode> which) {
        Patience.await().until(() -> heard(event).stream().anyMatch(which));
        return heard(event).stream().filter(which).findFirst().orElseThrow();
    }

    /// From now on only the listener is told.
    void keepNothing() {
        keeping = false;
        heard.clear();
    }

    /// Takes nothing more from the socket.
    void pause() {
        paused = true;
    }

    void resume() {
        paused = false;
        socket.request(1);
    }

    /// Whether the connection is closed, by whomever.
    boolean isClosed() {
        return closed.isDone();
    }

    /// Whether the host said DISCONNECT in this namespace, and did not let it in again.
    boolean isDismissed() {
        return dismissed;
    }

    /// Comes into the namespace once more, on the same connection.
    void connectAgain() {
        send("40" + prefix);
        Patience.await().until(() -> !dismissed);
    }

    @Override
    public void close() {
        socket.abort();
        closed.complete("aborted");
    }

    private final class Reading implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void onOpen(WebSocket webSocket) {
            webSocket.request(1);
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                String packet = text.toString();
                text.setLength(0);
                packet(packet);
            }
            if (!paused) {
                webSocket.request(1);
            }
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
            closed.complete("close " + code);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            closed.complete(String.valueOf(error));
        }
    }

    private void packet(String packet) {
        if (packet.equals("2")) {
            var _ = CompletableFuture.runAsync(() -> send("3"));
        } else if (packet.startsWith("40" + prefix)) {
            dismissed = false;
            connected.complete(tree(packet.substring(2 + prefix.length())));
        } else if (packet.startsWith("44" + prefix)) {
            connected.complete(tree(packet.substring(2 + prefix.length())));
        } else if (packet.equals("41" + prefix)) {
            dismissed = true;
        } else if (packet.startsWith("42" + prefix) && raw != null) {
            raw.accept(packet);
        } else if (packet.startsWith("42" + prefix)) {
            JsonNode all = tree(packet.substring(2 + prefix.length()));
            List<JsonNode> arguments = new ArrayList<>();
            all.forEach(arguments::add);
            Heard event =
                    new Heard(
                            arguments.removeFirst().asText(),
                            JSON.createArrayNode().addAll(arguments));
            if (keeping) {
                heard.add(event);
            }
            listener.accept(this, event);
        } else if (packet.startsWith("43" + prefix)) {
            int from = 2 + prefix.length();
            int bracket = packet.indexOf('[', from);
            CompletableFuture<JsonNode> answer =
                    asked.remove(Integer.parseInt(packet.substring(from, bracket)));
            if (answer != null) {
                answer.complete(tree(packet.substring(bracket)));
            }
        }
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}
