package dev.hearth.socketio.engine;

/// What carries a session's packets to the client: one of the two transports. Confined to the
/// session's event loop.
sealed interface Transport permits PollingTransport, WebSocketTransport {
    /// Sends what it can now, without blocking.
    ///
    /// @param farewell what follows behind it
    /// @return whether everything was sent, and that followed
    boolean drain(SendQueue outbox, Farewell farewell);

    /// Sends a packet of the heartbeat past everything that waits.
    void control(EncodedPacket packet);

    /// Says goodbye, whatever waits, and lets the transport go.
    void end();

    /// Lets the transport go without a word.
    void abort();
}
