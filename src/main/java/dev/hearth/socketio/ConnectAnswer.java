package dev.hearth.socketio;

import org.jspecify.annotations.Nullable;

/// Whether a peer may enter a namespace.
public sealed interface ConnectAnswer {
    record Accept() implements ConnectAnswer {}

    /// Answered with a CONNECT_ERROR packet (`44`): `connect_error` at the client, with `message`
    /// and `data`.
    record Refuse(String message, @Nullable Object data) implements ConnectAnswer {}

    ConnectAnswer ACCEPT = new Accept();

    static ConnectAnswer refuse(String message) {
        return new Refuse(message, null);
    }
}
