package dev.hearth.socketio;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How a [SocketServer] runs. The defaults are those of Node's server.
///
/// @param bind address to listen on; null for all
/// @param port 0 takes a free one
/// @param pulse of the connection that was opened like this; must not block or throw
/// @param connectTimeout how long a connection may be in no namespace
/// @param maxPayload bytes of one packet, and of one polling request
/// @param maxAttachments binary attachments of one packet (CVE-2026-33151)
/// @param highWaterMark bytes waiting for one connection above which [Peer#isWritable] is false
/// @param maxPendingBytes bytes waiting for one connection above which it is closed
/// @param sessionsPerAddress Engine.IO sessions of one remote address at once; loopback exempt; 0
///   for no limit
public record ServerOptions(
        @Nullable String bind,
        int port,
        Function<Handshake, Pulse> pulse,
        Duration connectTimeout,
        int maxPayload,
        int maxAttachments,
        int highWaterMark,
        int maxPendingBytes,
        int sessionsPerAddress,
        AccessPolicy access) {
    public static ServerOptions defaults() {
        return new ServerOptions(
                null,
                0,
                _ -> new Pulse(Duration.ofSeconds(25), Duration.ofSeconds(20)),
                Duration.ofSeconds(45),
                1_000_000,
                10,
                1 << 20,
                16 << 20,
                200,
                (host, origin) -> true);
    }

    public ServerOptions withBind(@Nullable String newBind, int newPort) {
        return new ServerOptions(
                newBind,
                newPort,
                pulse,
                connectTimeout,
                maxPayload,
                maxAttachments,
                highWaterMark,
                maxPendingBytes,
                sessionsPerAddress,
                access);
    }

    /// The same for every connection.
    public ServerOptions withHeartbeat(Duration interval, Duration timeout) {
        Pulse same = new Pulse(interval, timeout);
        return withHeartbeat(_ -> same);
    }

    /// For each connection as `newPulse` says, which is asked once, on an event loop.
    public ServerOptions withHeartbeat(Function<Handshake, Pulse> newPulse) {
        return new ServerOptions(
                bind,
                port,
                newPulse,
                connectTimeout,
                maxPayload,
                maxAttachments,
                highWaterMark,
                maxPendingBytes,
                sessionsPerAddress,
                access);
    }

    public ServerOptions withConnectTimeout(Duration newConnectTimeout) {
        return new ServerOptions(
                bind,
                port,
                pulse,
                newConnectTimeout,
                maxPayload,
                maxAttachments,
                highWaterMark,
                maxPendingBytes,
                sessionsPerAddress,
                access);
    }

    public ServerOptions withSessionsPerAddress(int newSessionsPerAddress) {
        return new ServerOptions(
                bind,
                port,
                pulse,
                connectTimeout,
                maxPayload,
                maxAttachments,
                highWaterMark,
                maxPendingBytes,
                newSessionsPerAddress,
                access);
    }

    public ServerOptions withAccess(AccessPolicy newAccess) {
        return new ServerOptions(
                bind,
                port,
                pulse,
                connectTimeout,
                maxPayload,
                maxAttachments,
                highWaterMark,
                maxPendingBytes,
                sessionsPerAddress,
                newAccess);
    }
}
