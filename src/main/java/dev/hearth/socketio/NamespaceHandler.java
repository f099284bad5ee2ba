package dev.hearth.socketio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a namespace does with its peers. All calls for one connection come in order on that
/// connection's strand, a virtual thread, never on an event loop or a timer: a handler may block,
/// and delays only its own peer.
///
/// Values are a neutral tree: `String`, `Number` (`Integer`, `Long`, `BigInteger` or `Double`),
/// `Boolean`, `null`, `List`, `Map<String, …>` in the order of the wire, and `byte[]` for an
/// attachment.
public interface NamespaceHandler {
    /// What the payloads of this namespace may hold; asked often, and on event loops.
    default PayloadRules payloads() {
        return PayloadRules.ALL;
    }

    /// A CONNECT packet asks for this namespace. Nothing reaches the peer and nothing is accepted
    /// from it until this has returned [ConnectAnswer.Accept] and the answer was sent.
    ///
    /// @param auth what the client sent along, usually a map; null when it sent nothing
    ConnectAnswer connecting(Peer peer, @Nullable Object auth);

    /// The peer was told that it is connected; comes before its first event.
    default void connected(Peer peer) {}

    /// An event of the peer. It is acknowledged only by [Ack#send].
    void event(Peer peer, String name, List<@Nullable Object> arguments, Ack ack);

    /// The peer is gone; comes exactly once for each peer that was connected, after its last event.
    void disconnected(Peer peer, String reason);

    /// What waits to be sent to the peer fell below the low water mark again after having passed
    /// the high one.
    default void writable(Peer peer) {}
}
