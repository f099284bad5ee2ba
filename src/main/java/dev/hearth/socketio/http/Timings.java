package dev.hearth.socketio.http;

import java.time.Duration;

/// How long the server waits for what a client has begun. Not for owners to set; tests shorten
/// them.
///
/// @param firstRequest from the opening of a connection to its first byte
/// @param request from the first byte of a request to its last; also for a frame, a message in
///   fragments, a binary event with its attachments, and for a WebSocket that takes nothing of what
///   waits for it
/// @param keepAlive between two requests of a connection
/// @param upgrade from the WebSocket of an upgrade to its completion
/// @param farewell for what still has to be sent or fetched when the server closes a connection
public record Timings(
        Duration firstRequest,
        Duration request,
        Duration keepAlive,
        Duration upgrade,
        Duration farewell) {
    public static final Timings DEFAULT =
            new Timings(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(3));
}
