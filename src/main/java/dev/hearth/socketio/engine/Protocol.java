package dev.hearth.socketio.engine;

/// What a connection speaks. The text of an event is the same in all of them; the connect packets
/// and the way of an attachment are not.
public enum Protocol {
    /// Engine.IO 4 with Socket.IO protocol 5: clients 3 and 4.
    V5(4),
    /// Engine.IO 3 with Socket.IO protocol 4: clients 2, by WebSocket.
    V4(3),
    /// As [#V4], but the client asked for attachments as base64 text (`b64=1`).
    V4_BASE64(3);

    private final int engineVersion;

    Protocol(int engineVersion) {
        this.engineVersion = engineVersion;
    }

    int engineVersion() {
        return engineVersion;
    }

    public boolean isLegacy() {
        return this != V5;
    }
}
