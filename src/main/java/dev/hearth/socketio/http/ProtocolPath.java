package dev.hearth.socketio.http;

/// Says which requests a protocol on this port takes for itself, before plain HTTP gets them.
/// Thread-safe.
public interface ProtocolPath {
    boolean isFor(Exchange exchange);

    /// Whether the protocol will read the body of a request that is for it. Asked when the headers
    /// are here and the body is not.
    boolean takesBody(Exchange exchange);
}
