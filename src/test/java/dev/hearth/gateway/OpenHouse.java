package dev.hearth.gateway;

import dev.hearth.host.ChatHost;
import dev.hearth.model.Entry;
import dev.hearth.model.Person;
import dev.hearth.socketio.ServerOptions;
import dev.hearth.socketio.SocketServer;
import dev.hearth.store.ChatStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/// A hosted chat with all its doors on a free port of loopback.
final class OpenHouse implements AutoCloseable {
    static final String OWNER = "the owner's token";

    final ChatStore store;
    final ChatHost host;
    final Doors doors;
    final SocketServer server;
    final int port;

    OpenHouse(Path folder) {
        this(folder, false, Doors.PATIENCE);
    }

    OpenHouse(Path folder, boolean limited, Duration patience) {
        InstantSource clock = InstantSource.system();
        store = ChatStore.open(folder, clock, _ -> {});
        host = ChatHost.open(clock, store, OWNER);
        doors =
                new Doors(
                        host,
                        new NobodyWatches(),
                        new Doors.Greeting("Test", "0"),
                        clock,
                        limited,
                        patience);
        server =
                new SocketServer(
                        ServerOptions.defaults()
                                .withBind("127.0.0.1", 0)
                                .withSessionsPerAddress(0));
        doors.open(server);
        try {
            port = server.start().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    WireClient enter(String name) {
        return WireClient.enter(port, name);
    }

    @Override
    public void close() {
        server.close();
        doors.close();
        host.close();
        store.close();
    }

    private static final class NobodyWatches implements HostWatcher {
        @Override
        public void connected(Person person, InetSocketAddress from) {}

        @Override
        public void disconnected(Person person, String reason) {}

        @Override
        public void posted(Entry entry) {}
    }
}
