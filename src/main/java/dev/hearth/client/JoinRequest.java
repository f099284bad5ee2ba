package dev.hearth.client;

import java.net.URI;
import java.util.Optional;

/// Which server to join and as whom.
///
/// @param server `http` or `https`, host and port, and the path below which its Socket.IO lives
///   where that is not `/`
/// @param name what others see; empty for a server where people have none
/// @param transports which Engine.IO transports to use
/// @param history what to ask for of what was written before
/// @param token by which a Hearth host knows this person, for that host alone; empty: the one that
///   is kept, if any
/// @param guest whether the person comes as a guest, who keeps nothing and is forgotten
/// @param arguments what a message to a plain server consists of; empty: found out, or as was kept
/// @param dialect how to talk with the server
public record JoinRequest(
        URI server,
        String name,
        Transports transports,
        History history,
        Optional<HostToken> token,
        boolean guest,
        Optional<MessageArguments> arguments,
        DialectWish dialect) {
    /// A token and the id of the only host that may see it.
    public record HostToken(String hostId, String token) {}

    /// Which Engine.IO transports a connection uses.
    public enum Transports {
        /// Starts with polling and switches to WebSocket, as the official clients do.
        DEFAULT,
        POLLING_ONLY,
        WEBSOCKET_ONLY
    }

    /// What to ask for of what was written before, where a server keeps it.
    public sealed interface History {
        /// As much as the server gives by itself; older messages when they are looked for.
        History FROM_START = new FromStart();

        History NONE = new Nothing();

        record FromStart() implements History {}

        /// Everything after this place in the log.
        record After(long seq) implements History {}

        record Nothing() implements History {}
    }

    public JoinRequest(URI server, String name, Transports transports) {
        this(
                server,
                name,
                transports,
                History.FROM_START,
                Optional.empty(),
                false,
                Optional.empty(),
                DialectWish.NONE);
    }

    public JoinRequest(URI server, String name) {
        this(server, name, Transports.DEFAULT);
    }

    /// The server as people are shown it: host and port, and its path if it has one.
    public String place() {
        return place(server);
    }

    /// The same for any server.
    public static String place(URI server) {
        return server.getRawAuthority() + server.getRawPath();
    }

    public JoinRequest with(Transports newTransports) {
        return new JoinRequest(
                server, name, newTransports, history, token, guest, arguments, dialect);
    }

    public JoinRequest with(History newHistory) {
        return new JoinRequest(
                server, name, transports, newHistory, token, guest, arguments, dialect);
    }

    /// As the person to whom that host gave `newToken`.
    public JoinRequest withToken(HostToken newToken) {
        return new JoinRequest(
                server,
                name,
                transports,
                history,
                Optional.of(newToken),
                guest,
                arguments,
                dialect);
    }

    /// As a guest.
    public JoinRequest asGuest() {
        return new JoinRequest(server, name, transports, history, token, true, arguments, dialect);
    }

    /// At another address than was asked for, as the server there wants it.
    public JoinRequest at(URI newServer) {
        return new JoinRequest(
                newServer, name, transports, history, token, guest, arguments, dialect);
    }

    /// With messages that consist of this, whatever the server seems to want.
    public JoinRequest with(MessageArguments chosen) {
        return new JoinRequest(
                server, name, transports, history, token, guest, Optional.of(chosen), dialect);
    }

    /// Talking as this says.
    public JoinRequest with(DialectWish wish) {
        return new JoinRequest(server, name, transports, history, token, guest, arguments, wish);
    }
}
