package dev.hearth.socketio;

import dev.hearth.socketio.engine.Handshake;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One client in one namespace. Thread-safe.
public interface Peer {
    /// The socket's public id, random and unrelated to the id of the transport session.
    String id();

    Namespace namespace();

    /// How the connection was opened: address, headers, query, protocol version.
    Handshake handshake();

    /// Does nothing before the peer was told that it is connected, and after its end. Never blocks:
    /// what a slow peer has not taken waits, see [#isWritable].
    void emit(OutboundEvent frame);

    default void emit(String event, @Nullable Object... arguments) {
        emit(OutboundEvent.of(event, arguments));
    }

    /// May be called while connecting: from its first moment on the peer gets what the group gets.
    /// A peer that ends leaves its groups.
    void join(String group);

    void leave(String group);

    /// A copy.
    Set<String> groups();

    /// Says DISCONNECT to the peer, sends what still waits for it and closes its connection,
    /// whatever other namespaces it is in. [NamespaceHandler#disconnected] gets `reason`.
    void disconnect(String reason);

    /// Says DISCONNECT to the peer and leaves its connection open, where it may be in other
    /// namespaces. [NamespaceHandler#disconnected] gets `reason`.
    void dismiss(String reason);

    boolean isConnected();

    /// Whether less waits to be sent than the high water mark.
    boolean isWritable();

    /// How long the last heartbeat took there and back; empty until one was answered.
    Optional<Duration> roundTrip();

    /// Bytes that wait to be sent to this peer's connection.
    long pendingBytes();

    /// Whatever the layer above keeps for this peer; null until set.
    @Nullable Object attachment();

    void attach(@Nullable Object attachment);
}
