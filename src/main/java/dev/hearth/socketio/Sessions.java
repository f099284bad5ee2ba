package dev.hearth.socketio;

import io.netty.channel.EventLoop;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// The Engine.IO sessions of a server by their secret id, and what they share. Thread-safe.
final class Sessions {
    private final ServerOptions options;
    private final Timings timings;
    private final Counters counters;
    private final Executor executor;
    private final Map<String, Namespace> namespaces;
    private final Messages.Factory messages;
    private final Map<String, EngineSession> byId = new ConcurrentHashMap<>();
    private final Map<InetAddress, Integer> perAddress = new ConcurrentHashMap<>();
    private volatile boolean closing;

    Sessions(
            ServerOptions options,
            Timings timings,
            Counters counters,
            Executor executor,
            Map<String, Namespace> namespaces,
            Messages.Factory messages) {
        this.options = options;
        this.timings = timings;
        this.counters = counters;
        this.executor = executor;
        this.namespaces = namespaces;
        this.messages = messages;
    }

    ServerOptions options() {
        return options;
    }

    Timings timings() {
        return timings;
    }

    Counters counters() {
        return counters;
    }

    Executor executor() {
        return executor;
    }

    Messages.Factory messages() {
        return messages;
    }

    @Nullable Namespace namespace(String name) {
        return namespaces.get(name);
    }

    @Nullable EngineSession find(String id) {
        return byId.get(id);
    }

    /// @return null when the address has too many already, or the server is closing
    @Nullable EngineSession open(
            EventLoop loop, Handshake handshake, Protocol protocol, Carrier carrier) {
        if (closing || !admit(handshake.remote().getAddress())) {
            return null;
        }
        EngineSession session =
                new EngineSession(Ids.random(), loop, this, handshake, protocol, carrier);
        byId.put(session.id(), session);
        counters.sessionsOpened.increment();
        return session;
    }

    /// Whether an address may have another session. It is asked before a WebSocket is made; [#open]
    /// decides.
    boolean hasRoomFor(@Nullable InetAddress address) {
        return isFree(address)
                || perAddress.getOrDefault(address, 0) < options.sessionsPerAddress();
    }

    private boolean admit(@Nullable InetAddress address) {
        if (isFree(address)) {
            return true;
        }
        int max = options.sessionsPerAddress();
        boolean[] admitted = {false};
        perAddress.compute(
                address,
                (key, count) -> {
                    int now = count == null ? 0 : count;
                    admitted[0] = now < max;
                    return admitted[0] ? Integer.valueOf(now + 1) : count;
                });
        return admitted[0];
    }

    private boolean isFree(@Nullable InetAddress address) {
        return address == null || address.isLoopbackAddress() || options.sessionsPerAddress() == 0;
    }

    void remove(EngineSession session) {
        if (byId.remove(session.id(), session)) {
            InetAddress address = session.handshake().remote().getAddress();
            if (!isFree(address)) {
                perAddress.computeIfPresent(address, (key, n) -> n <= 1 ? null : n - 1);
            }
        }
    }

    boolean isOpen(EngineSession session) {
        return byId.containsKey(session.id());
    }

    List<EngineSession> all() {
        return new ArrayList<>(byId.values());
    }

    int size() {
        return byId.size();
    }

    long pendingBytes() {
        return byId.values().stream().mapToLong(s -> s.outbox().pendingBytes()).sum();
    }

    /// The handshake packet. Engine.IO protocol v4, "Handshake".
    Parcel open(EngineSession session, boolean upgradable) {
        return Parcel.text(
                "0{\"sid\":\""
                        + session.id()
                        + "\",\"upgrades\":["
                        + (upgradable ? "\"websocket\"" : "")
                        + "],\"pingInterval\":"
                        + session.pulse().interval().toMillis()
                        + ",\"pingTimeout\":"
                        + session.pulse().timeout().toMillis()
                        + ",\"maxPayload\":"
                        + options.maxPayload()
                        + "}");
    }

    /// Opens no more, and ends all; their clients may look for a server again.
    void close(String reason) {
        closing = true;
        all().forEach(session -> session.run(() -> session.shutDown(reason)));
    }

    /// Cuts off who is still there.
    void abort() {
        all().forEach(session -> session.run(session::abort));
    }
}
