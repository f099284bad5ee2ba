package dev.hearth.socketio;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How a [SocketServer] runs. The defaults are those of Node's server.
///
/// @param bind address to listen on; null for all
/// @param port 0 takes a free one
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
        Duration pingInterval,
        Duration pingTimeout,
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
                Duration.ofSeconds(25),
                Duration.ofSeconds(20),
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
                pingInterval,
                pingTimeout,
                connectTimeout,
                maxPayload,
                maxAttachments,
                highWaterMark,
                maxPendingBytes,
                sessionsPerAddress,
                access);
    }

    public ServerOptions withHeartbeat(Duration interval, Duration timeout) {
        return new ServerOptions(
                bind,
                port,
                interval,
                timeout,
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
                pingInterval,
                pingTimeout,
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
                pingInterval,
                pingTimeout,
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
                pingInterval,
                pingTimeout,
                connectTimeout,
                maxPayload,
                maxAttachments,
                highWaterMark,
                maxPendingBytes,
                sessionsPerAddress,
                newAccess);
    }
}
