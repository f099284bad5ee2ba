package dev.hearth.socketio.engine;

import java.time.Duration;

/// How often a connection is asked whether it is still there, and how long it may take to answer.
///
/// @param interval between a sign of life and the next ping
/// @param timeout after a ping, before the connection counts as lost
public record HeartbeatSettings(Duration interval, Duration timeout) {}
