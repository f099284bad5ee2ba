package dev.hearth.client;

import static java.util.Objects.requireNonNull;

import java.net.URI;

/// Which server to join and as whom.
///
/// @param server `http` or `https`, host and port
/// @param name what others see; empty for a server where one has none
/// @param transports which Engine.IO transports to use
/// @param history what to ask for of what was written before
public record JoinRequest(URI server, String name, Transports transports, History history) {
    /// Which Engine.IO transports a connection uses.
    public enum Transports {
        /// Starts with polling and switches to WebSocket, as the official clients do.
        DEFAULT,
        POLLING_ONLY,
        WEBSOCKET_ONLY
    }

    /// What to ask for of what was written before, where a server keeps it.
    public enum History {
        FROM_START,
        NONE
    }

    public JoinRequest {
        requireNonNull(server);
        requireNonNull(name);
        requireNonNull(transports);
        requireNonNull(history);
    }

    public JoinRequest(URI server, String name, Transports transports) {
        this(server, name, transports, History.FROM_START);
    }

    public JoinRequest(URI server, String name) {
        this(server, name, Transports.DEFAULT);
    }

    public JoinRequest with(Transports newTransports) {
        return new JoinRequest(server, name, newTransports, history);
    }

    public JoinRequest with(History newHistory) {
        return new JoinRequest(server, name, transports, newHistory);
    }
}
