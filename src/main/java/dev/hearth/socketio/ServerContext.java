package dev.hearth.socketio;

import java.util.concurrent.atomic.LongAdder;

/// What the connections of a server share on the level of Socket.IO.
///
/// @param encodings counts how often an event was encoded
record ServerContext(ServerOptions options, Namespaces namespaces, LongAdder encodings) {}
