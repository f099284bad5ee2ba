package dev.hearth.socketio.engine;

import java.util.function.Function;

/// How Engine.IO sessions run.
///
/// @param pulse of the connection that was opened like this; must not block or throw
/// @param maxPayload bytes of one packet, and of one polling request
/// @param highWaterMark bytes waiting for one connection above which it is not writable
/// @param maxPendingBytes bytes waiting for one connection above which it is closed
public record EngineOptions(
        Function<Handshake, HeartbeatSettings> pulse,
        int maxPayload,
        int highWaterMark,
        int maxPendingBytes) {}
