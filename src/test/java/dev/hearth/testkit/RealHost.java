package dev.hearth.testkit;

import dev.hearth.files.AtomicFile;
import dev.hearth.gateway.ChatNamespaces;
import dev.hearth.gateway.HostWatcher;
import dev.hearth.host.ChatHost;
import dev.hearth.host.HostOptions;
import dev.hearth.log.sqlite.SqliteChatLog;
import dev.hearth.model.Entry;
import dev.hearth.model.Person;
import dev.hearth.protocol.HostKey;
import dev.hearth.socketio.Rates;
import dev.hearth.socketio.ServerOptions;
import dev.hearth.socketio.SocketServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A hosted chat with its doors and its log, on loopback, without a program around it. Thread-safe.
public final class RealHost implements HostWatcher, AutoCloseable {
    public static final String OWNER_TOKEN = "the owner's token";

    private final SqliteChatLog store;
    private final ChatHost host;
    private final ChatNamespaces doors;
    private final SocketServer server;
    private final URI address;
    private final List<Person> came = new CopyOnWriteArrayList<>();

    private RealHost(Path folder, int port) throws IOException {
        store = SqliteChatLog.open(folder, InstantSource.system(), _ -> {});
        store.nameHost(key(folder).id());
        host = ChatHost.open(InstantSource.system(), store, OWNER_TOKEN, HostOptions.UNLIMITED);
        doors =
                new ChatNamespaces(
                        host,
                        this,
                        new ChatNamespaces.Greeting("Test", "0", key(folder)),
                        InstantSource.system(),
                        false);
        server =
                new SocketServer(
                        ServerOptions.defaults()
                                .withBind("127.0.0.1", port)
                                // Long, so that a cut has to be noticed by itself.
                                .withHeartbeat(Duration.ofSeconds(25), Duration.ofSeconds(20))
                                .withRates(Rates.NONE));
        doors.open(server);
        address = URI.create("http://127.0.0.1:" + server.start().getPort());
    }

    /// The same for the life of the folder.
    private static HostKey key(Path folder) throws IOException {
        Path file = folder.resolve("host-key");
        if (Files.notExists(file)) {
            AtomicFile.writePrivate(file, HostKey.fresh().text());
        }
        return HostKey.read(Files.readString(file));
    }

    public String id() {
        return store.hostId();
    }

    public static RealHost in(Path folder) {
        return at(0, folder);
    }

    public static RealHost at(int port, Path folder) {
        try {
            return new RealHost(folder, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return address;
    }

    public SqliteChatLog store() {
        return store;
    }

    /// Waits until so many have come since the start.
    public void awaitVisits(int count) {
        Patience.await().until(() -> came.size() >= count);
    }

    /// Says goodbye and closes the port; the log stays open.
    public void end() {
        doors.sayGoodbye();
        server.close();
    }

    @Override
    public void connected(Person person, InetSocketAddress from) {
        came.add(person);
    }

    @Override
    public void disconnected(Person person, String reason) {}

    @Override
    public void posted(Entry entry) {}

    @Override
    public void close() {
        server.close();
        doors.close();
        host.close();
        store.close();
    }
}
