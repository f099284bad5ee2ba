package dev.hearth.socketio.engine;

import dev.hearth.socketio.http.AddressLedger;
import dev.hearth.socketio.http.Counters;
import dev.hearth.socketio.http.Failures;
import dev.hearth.socketio.http.MemoryBudget;
import dev.hearth.socketio.http.ReasonCounts;
import dev.hearth.socketio.http.Timings;
import io.netty.channel.EventLoop;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// The Engine.IO sessions of a server by their secret id, and what they share. Thread-safe.
public final class Sessions {
    private final EngineOptions options;
    private final Timings timings;
    private final Counters counters;
    private final MemoryBudget budget;
    private final AddressLedger addresses;
    private final Executor executor;
    private final Failures failures;
    private final Messages.Factory messages;
    private final Map<String, EngineSession> byId = new ConcurrentHashMap<>();

    /// Sessions that have been in no namespace, the oldest first.
    private final Unsettled unsettled = new Unsettled();

    private final LongAdder opened = new LongAdder();
    private final ReasonCounts closed = new ReasonCounts();
    private volatile boolean closing;

    public Sessions(
            EngineOptions options,
            Timings timings,
            Counters counters,
            MemoryBudget budget,
            AddressLedger addresses,
            Executor executor,
            Failures failures,
            Messages.Factory messages) {
        this.options = options;
        this.timings = timings;
        this.counters = counters;
        this.budget = budget;
        this.addresses = addresses;
        this.executor = executor;
        this.failures = failures;
        this.messages = messages;
    }

    public MemoryBudget budget() {
        return budget;
    }

    public AddressLedger addresses() {
        return addresses;
    }

    public Failures failures() {
        return failures;
    }

    EngineOptions options() {
        return options;
    }

    public Timings timings() {
        return timings;
    }

    public Counters counters() {
        return counters;
    }

    Executor executor() {
        return executor;
    }

    Messages.Factory messages() {
        return messages;
    }

    @Nullable EngineSession find(String id) {
        return byId.get(id);
    }

    /// @return null when the address has too many already, or the server is closing
    @Nullable EngineSession open(
            EventLoop loop, Handshake handshake, Protocol protocol, Transport transport) {
        if (closing || !hasRoom() || !addresses.openSession(handshake.client())) {
            return null;
        }
        EngineSession session =
                new EngineSession(Ids.random(), loop, this, handshake, protocol, transport);
        byId.put(session.id(), session);
        unsettled.add(session);
        opened.increment();
        return session;
    }

    /// Why another session may not begin; null when it may. It is asked before anything is made;
    /// [#open] decides.
    @Nullable EngineError refusal(@Nullable InetAddress client) {
        if (!hasRoom()) {
            return EngineError.FULL;
        }
        return addresses.hasRoomForSession(client) ? null : EngineError.TOO_MANY_SESSIONS;
    }

    /// Makes room by ending the session that has been in no namespace for the longest time.
    private boolean hasRoom() {
        if (budget.hasRoomForSession(EngineSession.BASE)) {
            return true;
        }
        EngineSession oldest = unsettled.poll();
        if (oldest == null) {
            return false;
        }
        counters.refuse("unfinished handshake");
        oldest.run(() -> oldest.cut("unfinished handshake"));
        return true;
    }

    /// A session has come into a namespace.
    public void settled(EngineSession session) {
        unsettled.remove(session);
    }

    void remove(EngineSession session) {
        if (byId.remove(session.id(), session)) {
            unsettled.remove(session);
            addresses.closeSession(session.handshake().client());
        }
    }

    boolean isOpen(EngineSession session) {
        return byId.containsKey(session.id());
    }

    /// A session has ended.
    ///
    /// @param reason from a fixed set, or of the layer above
    void countClose(String reason) {
        closed.increment(reason);
    }

    /// Sessions since the start.
    public long opened() {
        return opened.sum();
    }

    /// Ended sessions since the start, by reason.
    public Map<String, Long> closed() {
        return closed.sums();
    }

    List<EngineSession> all() {
        return new ArrayList<>(byId.values());
    }

    public int size() {
        return byId.size();
    }

    public long pendingBytes() {
        return byId.values().stream().mapToLong(s -> s.outbox().pendingBytes()).sum();
    }

    /// The handshake packet. Engine.IO protocol v4, "Handshake".
    EncodedPacket open(EngineSession session, boolean upgradable) {
        return EncodedPacket.text(
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
    public void close(String reason) {
        closing = true;
        all().forEach(session -> session.run(() -> session.shutDown(reason)));
    }

    /// Cuts off who is still there.
    public void abort() {
        all().forEach(session -> session.run(session::abort));
    }
}
