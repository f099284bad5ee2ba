package dev.hearth.socketio;

import dev.hearth.socketio.engine.EngineSession;
import dev.hearth.socketio.engine.Handshake;
import dev.hearth.socketio.engine.Protocol;
import dev.hearth.socketio.engine.SendQueue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// See [Peer]. A peer is connecting, then connected, then gone; the lock orders these changes with
/// the packets that announce them, so nothing overtakes the `40` and nothing follows the end.
final class SocketPeer implements Peer, SendQueue.Receiver {
    private enum State {
        CONNECTING,
        CONNECTED,
        GONE
    }

    private final String id;
    private final Namespace namespace;
    private final EngineSession session;
    private final Connection connection;
    private final Set<String> groups = ConcurrentHashMap.newKeySet(2);
    private final Object lock = new Object();
    private volatile State state = State.CONNECTING;
    private volatile boolean left;
    private volatile @Nullable Object attachment;

    SocketPeer(String id, Namespace namespace, EngineSession session, Connection connection) {
        this.id = id;
        this.namespace = namespace;
        this.session = session;
        this.connection = connection;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Namespace namespace() {
        return namespace;
    }

    @Override
    public Handshake handshake() {
        return session.handshake();
    }

    Protocol protocol() {
        return session.protocol();
    }

    /// On the strand.
    void connect(@Nullable Object auth) {
        if (state == State.GONE) {
            return;
        }
        ConnectAnswer answer;
        try {
            answer = namespace.handler().connecting(this, auth);
        } catch (RuntimeException e) {
            session.sessions().failures().report(e);
            answer = ConnectAnswer.refuse("Internal error");
        }
        switch (answer) {
            case ConnectAnswer.Accept _ -> accept();
            case ConnectAnswer.Refuse refusal -> refuse(refusal);
        }
    }

    private void accept() {
        synchronized (lock) {
            if (state != State.CONNECTING) {
                return;
            }
            // Whoever sends to the namespace from now on finds the peer and waits for the lock:
            // once
            // the client can know that it is connected, it misses nothing.
            namespace.add(this);
            session.outbox()
                    .offer(null, PacketWriter.connect(namespace.name(), id, session.protocol()));
            state = State.CONNECTED;
        }
        connection.joined();
        namespace.handler().connected(this);
    }

    private void refuse(ConnectAnswer.Refuse refusal) {
        synchronized (lock) {
            if (state != State.CONNECTING) {
                return;
            }
            state = State.GONE;
            namespace.remove(this, groups);
            groups.clear();
            session.sessions().counters().refuse("namespace");
            connection.out(this);
            session.outbox()
                    .offer(
                            null,
                            PacketWriter.connectError(
                                    namespace.name(), refusal, session.protocol()));
        }
    }

    /// On the strand.
    void event(String name, List<@Nullable Object> arguments, long ackId) {
        if (state == State.CONNECTED) {
            namespace.handler().event(this, name, arguments, new PeerAck(ackId));
        }
    }

    /// On the strand.
    void writable() {
        if (state == State.CONNECTED) {
            namespace.handler().writable(this);
        }
    }

    /// Ends the peer.
    ///
    /// @param byClient then what still waits for it is dropped
    /// @return whether it was connected until now
    boolean leave(String reason, boolean byClient) {
        synchronized (lock) {
            State before = state;
            state = State.GONE;
            left |= byClient;
            namespace.remove(this, groups);
            groups.clear();
            if (before != State.CONNECTED) {
                return false;
            }
        }
        session.strand().run(() -> namespace.handler().disconnected(this, reason));
        return true;
    }

    boolean isGone() {
        return state == State.GONE;
    }

    @Override
    public boolean hasLeft() {
        return left;
    }

    @Override
    public void emit(OutboundEvent frame) {
        if (isConnected()) {
            session.outbox()
                    .offer(
                            this,
                            frame.encode(
                                    namespace.name(),
                                    session.protocol(),
                                    connection.context().encodings()));
        }
    }

    @Override
    public void join(String group) {
        synchronized (lock) {
            if (state != State.GONE && groups.add(group)) {
                namespace.join(this, group);
            }
        }
    }

    @Override
    public void leave(String group) {
        synchronized (lock) {
            if (groups.remove(group)) {
                namespace.leave(this, group);
            }
        }
    }

    @Override
    public Set<String> groups() {
        return Set.copyOf(groups);
    }

    @Override
    public void disconnect(String reason) {
        boolean wasConnected = leave(reason, false);
        // In one go, so that nothing is taken in between.
        session.run(
                () -> {
                    if (wasConnected) {
                        session.outbox().offer(null, PacketWriter.disconnect(namespace.name()));
                    }
                    session.finish(reason);
                });
    }

    @Override
    public void dismiss(String reason) {
        session.run(
                () -> {
                    if (leave(reason, false)) {
                        session.outbox().offer(null, PacketWriter.disconnect(namespace.name()));
                        connection.out(this);
                    }
                });
    }

    @Override
    public boolean isConnected() {
        return state == State.CONNECTED || (state == State.CONNECTING && waitForConnect());
    }

    /// The `40` may be on its way while the state still says that it is not: its lock is held for
    /// just that long.
    private boolean waitForConnect() {
        synchronized (lock) {
            return state == State.CONNECTED;
        }
    }

    @Override
    public boolean isWritable() {
        return session.outbox().isWritable();
    }

    @Override
    public Optional<Duration> roundTrip() {
        return session.roundTrip();
    }

    @Override
    public long pendingBytes() {
        return session.outbox().pendingBytes();
    }

    @Override
    public @Nullable Object attachment() {
        return attachment;
    }

    @Override
    public void attach(@Nullable Object newAttachment) {
        attachment = newAttachment;
    }

    @Override
    public String toString() {
        return namespace.name() + "#" + id;
    }

    private final class PeerAck implements Ack {
        private final long ackId;
        private final AtomicBoolean open;

        private PeerAck(long ackId) {
            this.ackId = ackId;
            this.open = new AtomicBoolean(ackId >= 0);
        }

        @Override
        public boolean isRequested() {
            return ackId >= 0;
        }

        @Override
        public void send(@Nullable Object... arguments) {
            if (state == State.CONNECTED && open.compareAndSet(true, false)) {
                connection.acknowledge(SocketPeer.this, ackId, arguments);
            }
        }
    }
}
