package dev.hearth.app;

import dev.hearth.cli.HostRequest;
import dev.hearth.cli.Version;
import dev.hearth.gateway.ChatNamespaces;
import dev.hearth.gateway.HostWatcher;
import dev.hearth.host.ChatHost;
import dev.hearth.host.LoopState;
import dev.hearth.log.ChatLog;
import dev.hearth.log.StoreNotice;
import dev.hearth.log.sqlite.SqliteChatLog;
import dev.hearth.model.Attendance;
import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import dev.hearth.protocol.HostKey;
import dev.hearth.socketio.Gauges;
import dev.hearth.socketio.Rates;
import dev.hearth.socketio.ServerOptions;
import dev.hearth.socketio.SocketServer;
import dev.hearth.socketio.TooLittleMemory;
import dev.hearth.socketio.engine.Handshake;
import dev.hearth.socketio.engine.HeartbeatSettings;
import dev.hearth.socketio.http.HttpHandler;
import dev.hearth.web.Site;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A hosted chat, put together: the server, its namespaces, the host loop and the site.
final class RunningHost implements AutoCloseable {
    private static final HeartbeatSettings APP =
            new HeartbeatSettings(Duration.ofSeconds(5), Duration.ofSeconds(5));
    private static final HeartbeatSettings OTHERS =
            new HeartbeatSettings(Duration.ofSeconds(20), Duration.ofSeconds(10));

    /// Some proxies end what has been silent for ten seconds.
    private static final HeartbeatSettings PROXIED =
            new HeartbeatSettings(Duration.ofSeconds(8), Duration.ofSeconds(10));

    /// How many ports after a taken one are tried.
    private static final int PORTS_TRIED = 20;

    /// What is hosted where.
    ///
    /// @param usualName what the chat is called until its owner gives it a name
    /// @param folder where the log is kept; nobody else may use it
    /// @param port 0 takes any free one; goes before that of `request`
    record Plan(String usualName, Path folder, int port, HostRequest request) {
        /// With the usual options, but for `limits`.
        Plan(
                String usualName,
                Path folder,
                int port,
                Optional<String> bind,
                Optional<Path> web,
                List<String> allowOrigins,
                boolean limits) {
            this(
                    usualName,
                    folder,
                    port,
                    new HostRequest(
                            Optional.empty(),
                            port,
                            bind,
                            Optional.empty(),
                            web,
                            allowOrigins,
                            limits,
                            HostRequest.LogLevel.QUIET,
                            false));
        }

        /// The same at this port, with the key that is there by now and what the chat was told.
        Plan at(int otherPort) {
            return new Plan(usualName, folder, otherPort, request.again());
        }
    }

    /// What a start has opened so far.
    private record Opened(ChatHost host, HostKey key) {}

    private final SqliteChatLog store;
    private final ChatHost host;
    private final ChatNamespaces namespaces;
    private final SocketServer server;
    private final ServerFailures failures;
    private final TokenFile tokens;
    private final int wishedPort;
    private final String id;

    private RunningHost(
            SqliteChatLog store,
            Opened opened,
            ChatNamespaces namespaces,
            SocketServer server,
            ServerFailures failures,
            TokenFile tokens,
            int wishedPort) {
        this.failures = failures;
        this.tokens = tokens;
        this.store = store;
        this.host = opened.host();
        this.id = opened.key().id();
        this.namespaces = namespaces;
        this.server = server;
        this.wishedPort = wishedPort;
    }

    /// Starts to host.
    ///
    /// @param notices told what is wrong with the log; any thread, must not block
    /// @throws HearthException PORT_TAKEN, BAD_BIND, NO_WEB_FOLDER or STORAGE: nothing is left
    ///   running
    static RunningHost start(
            Plan plan, HostWatcher watcher, Consumer<StoreNotice> notices, InstantSource clock) {
        plan.request().bind().ifPresent(RunningHost::checkBind);
        Site site = site(plan);
        SqliteChatLog store = SqliteChatLog.open(plan.folder(), clock, notices);
        Opened opened = open(store, plan, clock);
        ChatHost host = opened.host();
        try {
            ChatNamespaces namespaces =
                    new ChatNamespaces(
                            host,
                            watcher,
                            new ChatNamespaces.Greeting(
                                    plan.usualName(), Version.number(), opened.key()),
                            clock,
                            plan.request().options().limits());
            ServerFailures failures = new ServerFailures();
            ServerOptions options = options(plan, watcher).withFailures(failures);
            TokenFile tokens = TokenFile.in(plan.folder(), clock);
            SocketServer server = listen(plan, namespaces, namespaces.http(tokens, site), options);
            return new RunningHost(
                    store, opened, namespaces, server, failures, tokens, plan.port());
        } catch (RuntimeException e) {
            host.close();
            store.close();
            throw e;
        }
    }

    private static Opened open(ChatLog store, Plan plan, InstantSource clock) {
        try {
            HostKey key = HostKeyFile.of(plan.folder(), store, plan.request().newKey());
            String token = OwnerToken.in(plan.folder());
            return new Opened(ChatHost.open(clock, store, token, plan.request().options()), key);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    InetSocketAddress address() {
        return server.address();
    }

    /// The chat's log, while it is open.
    SqliteChatLog store() {
        return store;
    }

    /// Who is here, and members who are away, as [ChatNamespaces#attendance].
    CompletableFuture<Attendance> attendance(int most) {
        return namespaces.attendance(most);
    }

    /// What the chat calls itself.
    String chatName() {
        return namespaces.chatName();
    }

    /// The chat itself, while it is open.
    ChatHost chat() {
        return host;
    }

    /// Which programs may post.
    TokenFile tokens() {
        return tokens;
    }

    /// What the server holds and has done.
    Gauges gauges() {
        return server.gauges();
    }

    /// By which members know the chat: the fingerprint of its key.
    String id() {
        return id;
    }

    /// What happened after which nothing that this chat has in memory can be believed: it has to be
    /// closed, and opened again from its log.
    Optional<Throwable> failure() {
        return loop().failure().or(failures::grave);
    }

    /// Whether the host loop turns, and why it ended.
    LoopState loop() {
        return host.state();
    }

    /// What the host loop does at this moment.
    List<StackTraceElement> loopIsDoing() {
        return host.doing();
    }

    /// The token that makes its holder the owner of this chat.
    String ownerToken() {
        return host.ownerToken();
    }

    /// The port that was asked for and was taken; empty when it was had.
    Optional<Integer> takenPort() {
        return wishedPort == 0 || wishedPort == address().getPort()
                ? Optional.empty()
                : Optional.of(wishedPort);
    }

    /// Says goodbye to everyone and frees the port, within about two seconds. Idempotent.
    @Override
    public void close() {
        namespaces.sayGoodbye();
        server.close();
        namespaces.close();
        host.close();
        store.close();
        tokens.close();
    }

    private static SocketServer listen(
            Plan plan, ChatNamespaces namespaces, HttpHandler http, ServerOptions options) {
        int last = plan.port() == 0 ? 0 : Math.min(65_535, plan.port() + PORTS_TRIED);
        for (int port = plan.port(); port <= last; port++) {
            SocketServer server =
                    new SocketServer(options.withBind(plan.request().bind().orElse(null), port));
            namespaces.open(server);
            server.http(http);
            try {
                server.start();
                return server;
            } catch (BindException e) {
                server.close();
                refuseForGood(plan, port, e);
            } catch (TooLittleMemory e) {
                server.close();
                throw new HearthException(LocalTrouble.TOO_LITTLE_MEMORY, e.sentence(), e);
            } catch (IOException e) {
                server.close();
                throw new HearthException(
                        LocalTrouble.BAD_BIND,
                        "Port " + port + " cannot be opened: " + e.getMessage() + ".",
                        e);
            }
        }
        throw new HearthException(
                LocalTrouble.PORT_TAKEN,
                "Port "
                        + plan.port()
                        + " and the "
                        + (last - plan.port())
                        + " after it are taken. Choose another, or 0 for any free one.");
    }

    private static void refuseForGood(Plan plan, int port, BindException e) {
        String reason = String.valueOf(e.getMessage());
        if (reason.contains("ermission")) {
            throw new HearthException(
                    LocalTrouble.BAD_BIND,
                    "Port " + port + " is reserved for administrators. Choose one above 1023.",
                    e);
        }
        if (reason.contains("assign")) {
            throw notMine(plan.request().bind().orElse(""), e);
        }
    }

    private static ServerOptions options(Plan plan, HostWatcher watcher) {
        ServerOptions options =
                ServerOptions.defaults()
                        .withHeartbeat(RunningHost::pulse)
                        .withAccess(Entrances.access(plan.request().access(), watcher))
                        .withFront(Entrances.front(plan.request().access()));
        return plan.request().options().limits() ? options : options.withRates(Rates.NONE);
    }

    /// The app wants to know soon that it is alone; a phone's browser wants to sleep, and a proxy
    /// must not take a silent connection for a dead one.
    private static HeartbeatSettings pulse(Handshake handshake) {
        if (handshake.query().getOrDefault("app", List.of()).contains("1")) {
            return APP;
        }
        return handshake.isProxied() ? PROXIED : OTHERS;
    }

    private static Site site(Plan plan) {
        try {
            return new Site(plan.request().web());
        } catch (IOException e) {
            throw new HearthException(
                    LocalTrouble.NO_WEB_FOLDER,
                    "“"
                            + plan.request().web().map(Path::toString).orElse("")
                            + "” is not a folder that can be served.",
                    e);
        }
    }

    private static void checkBind(String bind) {
        try {
            InetAddress address = InetAddress.getByName(bind);
            if (!address.isAnyLocalAddress()
                    && !address.isLoopbackAddress()
                    && NetworkInterface.getByInetAddress(address) == null) {
                throw notMine(bind, null);
            }
        } catch (UnknownHostException | SocketException e) {
            throw notMine(bind, e);
        }
    }

    private static HearthException notMine(String bind, @Nullable Exception cause) {
        String sentence =
                "“"
                        + bind
                        + "” is not an address of this computer. Leave it out to listen on all of them.";
        return cause == null
                ? new HearthException(LocalTrouble.BAD_BIND, sentence)
                : new HearthException(LocalTrouble.BAD_BIND, sentence, cause);
    }
}
