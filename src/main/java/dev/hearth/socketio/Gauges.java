package dev.hearth.socketio;

import java.util.Map;

/// What a [SocketServer] holds and has done, at one moment.
///
/// @param connections open TCP connections
/// @param sessions Engine.IO sessions
/// @param peers in all namespaces
/// @param timers pending ones
/// @param pendingBytes waiting to be sent, over all connections
/// @param memory bytes of the memory budget that are in use
/// @param sessionsOpened since the start
/// @param encodings of frames since the start
/// @param flushes to sockets and poll answers since the start
/// @param received bytes since the start, over all connections
/// @param sent bytes handed to sockets since the start, over all connections
/// @param refused requests since the start, by reason
/// @param closed sessions since the start, by reason
public record Gauges(
        long connections,
        long sessions,
        long peers,
        long timers,
        long pendingBytes,
        long memory,
        long sessionsOpened,
        long encodings,
        long flushes,
        long received,
        long sent,
        Map<String, Long> refused,
        Map<String, Long> closed) {
    public Gauges {
        refused = Map.copyOf(refused);
        closed = Map.copyOf(closed);
    }
}
