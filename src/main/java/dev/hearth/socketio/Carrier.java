package dev.hearth.socketio;

/// What carries a session's packets to the client: one of the two transports. Confined to the
/// session's event loop.
sealed interface Carrier permits PollingCarrier, WebSocketCarrier {
    /// Sends what it can now, without blocking.
    void drain(Outbox outbox);

    /// Sends a packet of the heartbeat past everything that waits.
    void control(Parcel packet);

    /// Everything was sent, or must not be waited for: says goodbye and lets the transport go.
    ///
    /// @return false when the client has still to fetch the farewell
    boolean end();

    /// Lets the transport go without a word.
    void abort();
}
