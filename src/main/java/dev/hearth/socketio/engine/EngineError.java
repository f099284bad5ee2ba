package dev.hearth.socketio.engine;

import dev.hearth.socketio.http.Refusal;

/// Why an Engine.IO request is refused, with the codes and words of Node's server.
enum EngineError {
    UNKNOWN_TRANSPORT(400, 0, "Transport unknown"),
    UNKNOWN_SESSION(400, 1, "Session ID unknown"),
    BAD_HANDSHAKE_METHOD(400, 2, "Bad handshake method"),
    BAD_REQUEST(400, 3, "Bad request"),
    TOO_MANY_SESSIONS(403, 4, "Too many connections from this address"),
    FULL(503, 4, "The server takes no more connections for now"),
    UNSUPPORTED_VERSION(400, 5, "Unsupported protocol version"),
    POLLING_NEEDS_VERSION_4(
            400, 5, "Unsupported protocol version: clients 2 connect by WebSocket only");

    private final int status;
    private final int code;
    private final String message;

    EngineError(int status, int code, String message) {
        this.status = status;
        this.code = code;
        this.message = message;
    }

    Refusal refusal() {
        return new Refusal(status, code, message);
    }
}
