package dev.hearth.app;

import static dev.hearth.testkit.Patience.await;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hearth.cli.HostRequest;
import dev.hearth.cli.WebAccess;
import dev.hearth.client.Chat;
import dev.hearth.client.JoinRequest;
import dev.hearth.client.connection.SocketIoConnector;
import dev.hearth.gateway.HostWatcher;
import dev.hearth.model.Delivery;
import dev.hearth.model.Entry;
import dev.hearth.model.Event;
import dev.hearth.model.HostOptions;
import dev.hearth.model.Message;
import dev.hearth.model.Person;
import dev.hearth.model.RoomId;
import dev.hearth.settings.DataFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A chat behind the proxies of docs/proxies.md, each set up as it is printed there: the app, the
/// official clients and what a browser asks for come through, and a message is there once.
final class ReverseProxyTest {
    private static final String ALLOWED = "allowed.example";
    private static final Map<String, String> AS_PRINTED = Map.of();

    /// A proxy that lets no WebSocket through.
    private static final Map<String, String> BLOCKED =
            Map.of(
                    "        proxy_set_header Upgrade $http_upgrade;\n", "",
                    "$http_connection", "close");

    @TempDir private Path folder = Path.of("");
    private final Watcher watcher = new Watcher();
    private int port;
    private @Nullable RunningHost host;

    @BeforeEach
    void start() {
        HostRequest request =
                new HostRequest(
                        Optional.empty(),
                        port,
                        Optional.of("127.0.0.1"),
                        Optional.empty(),
                        Optional.empty(),
                        new WebAccess(List.of("https://" + ALLOWED), List.of(), "/team"),
                        HostOptions.DEFAULT,
                        HostRequest.LogLevel.QUIET,
                        false,
                        false,
                        true);
        RunningHost started =
                RunningHost.start(
                        new RunningHost.Plan("Test", folder.resolve("chat"), port, request),
                        watcher,
                        _ -> {},
                        InstantSource.system());
        port = started.address().getPort();
        host = started;
    }

    @AfterEach
    void close() {
        requireNonNull(host).close();
    }

    static List<Arguments> fronts() {
        return List.of(
                Arguments.of("nginx without WebSocket", "nginx", "/", BLOCKED),
                Arguments.of("haproxy", "HAProxy, which keeps the path", "/team/", AS_PRINTED),
                Arguments.of("caddy", "Caddy, below `/team/`", "/team/", AS_PRINTED));
    }

    static List<Arguments> furtherFronts() {
        Map<String, String> packed =
                Map.of("listen 80;", "listen 80;\n    gzip on;\n    gzip_types *;");
        return List.of(
                Arguments.of("nginx", "nginx", "/", AS_PRINTED),
                Arguments.of("nginx with gzip", "nginx", "/", packed),
                Arguments.of("nginx", "nginx, below `/team/`", "/team/", AS_PRINTED),
                Arguments.of("haproxy", "HAProxy", "/", AS_PRINTED),
                Arguments.of("caddy", "Caddy", "/", AS_PRINTED));
    }

    private ReverseProxy proxy(String heading, Map<String, String> changes) throws IOException {
        URI chat = URI.create("http://127.0.0.1:" + port);
        ReverseProxy proxy = ReverseProxy.start(folder, heading, chat, changes);
        await("the proxy").until(proxy::listens);
        return proxy;
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("fronts")
    void everybodyComesThroughAndAgainAfterARestart(
            String kind, String heading, String path, Map<String, String> changes)
            throws IOException {
        assumeTrue(ReverseProxy.isInstalled(kind.split(" ", 2)[0]), kind);
        try (ReverseProxy proxy = proxy(heading, changes)) {
            assertThat(get(proxy, path, ALLOWED)).startsWith("HTTP/1.1 200").contains("Hearth");
            assertThat(get(proxy, path + "socket.io/?EIO=4&transport=polling", ALLOWED))
                    .contains("\"pingInterval\":8000");
            if (!path.equals("/")) {
                assertThat(get(proxy, "/team", ALLOWED)).startsWith("HTTP/1.1 308");
            }
            URI address = proxy.address(path);
            try (App app = new App(address);
                    Chatter page = Chatter.connect(address);
                    Chatter polls =
                            Chatter.connect(address, "socket.io-client-3", "polling", Map.of())) {
                talk(app, page, polls, "before");
                requireNonNull(host).close();
                start();
                page.awaitConnections(2);
                polls.awaitConnections(2);
                talk(app, page, polls, "after");
                assertThat(words(page)).doesNotHaveDuplicates();
            }
        }
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("furtherFronts")
    @Tag("soak")
    void everybodyComesThroughTheOthersToo(
            String kind, String heading, String path, Map<String, String> changes)
            throws IOException {
        everybodyComesThroughAndAgainAfterARestart(kind, heading, path, changes);
    }

    private static void talk(App app, Chatter page, Chatter polls, String when) {
        List<String> said = List.of("app " + when, "page " + when, "polls " + when);
        app.say(said.get(0));
        page.say(said.get(1));
        polls.say(said.get(2));
        await().until(
                        () ->
                                app.heard.containsAll(said)
                                        && words(page).containsAll(said)
                                        && words(polls).containsAll(said));
    }

    private static List<String> words(Chatter chatter) {
        return chatter.texts().stream().map(text -> words((String) text)).toList();
    }

    /// Without the name before it.
    private static String words(String text) {
        return text.substring(text.indexOf(": ") < 0 ? 0 : text.indexOf(": ") + 2);
    }

    @Test
    void aNameThatNobodyAllowedIsSaidToTheBrowserAndOnceToTheHost() throws IOException {
        assumeTrue(ReverseProxy.isInstalled("nginx"), "nginx");
        try (ReverseProxy proxy = proxy("nginx", Map.of())) {
            for (String path : List.of("/", "/style.css")) {
                assertThat(get(proxy, path, "chat.example"))
                        .startsWith("HTTP/1.1 403")
                        .contains("hearth host --allow-origin https://chat.example\n");
            }
            assertThat(watcher.turnedAway).containsExactly("https://chat.example");
        }
    }

    /// As a browser behind this name of the proxy.
    private static String get(ReverseProxy proxy, String path, String name) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
            String request =
                    "GET "
                            + path
                            + " HTTP/1.1\r\nHost: "
                            + name
                            + "\r\nAccept: text/html\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// The app without its window.
    private final class App implements AutoCloseable {
        final Queue<String> heard = new ConcurrentLinkedQueue<>();
        private final Chat chat;

        App(URI address) {
            KeptChats kept = new KeptChats(DataFolder.open(Optional.of(folder.resolve("app"))));
            SocketIoConnector connector = new SocketIoConnector(InstantSource.system(), kept);
            chat = connector.join(new JoinRequest(address, "Ann"), this::heard);
        }

        private void heard(Event event) {
            switch (event) {
                case Event.MessageAdded(Message message) when !message.own() ->
                        heard.add(message.text());
                case Event.MessageChanged(Message message)
                        when message.own() && message.delivery() instanceof Delivery.Delivered ->
                        heard.add(message.text());
                case Event _ -> {}
            }
        }

        void say(String text) {
            chat.room(RoomId.LOBBY).send(text);
        }

        @Override
        public void close() {
            chat.close();
        }
    }

    private static final class Watcher implements HostWatcher {
        final Queue<String> turnedAway = new ConcurrentLinkedQueue<>();

        @Override
        public void connected(Person person, InetSocketAddress from) {}

        @Override
        public void disconnected(Person person, String reason) {}

        @Override
        public void posted(Entry entry) {}

        @Override
        public void turnedAway(String origin) {
            turnedAway.add(origin);
        }
    }
}
