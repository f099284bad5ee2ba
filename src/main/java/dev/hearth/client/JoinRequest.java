package dev.hearth.client;

import static java.util.Objects.requireNonNull;

import java.net.URI;

/// Which server to join and as whom.
///
/// @param server `http` or `https`, host and port
/// @param name what others see; empty for a server where one has none
/// @param transports which Engine.IO transports to use
public record JoinRequest(URI server, String name, Transports transports) {
    /// Which Engine.IO transports a connection uses.
    public enum Transports {
        /// Starts with polling and switches to WebSocket, as the official clients do.
        DEFAULT,
        POLLING_ONLY,
        WEBSOCKET_ONLY
    }

    public JoinRequest {
        requireNonNull(server);
        requireNonNull(name);
        requireNonNull(transports);
    }

    public JoinRequest(URI server, String name) {
        this(server, name, Transports.DEFAULT);
    }
}
