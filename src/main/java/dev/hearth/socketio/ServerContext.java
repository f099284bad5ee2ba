package dev.hearth.socketio;

import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// What the connections of a server share on the level of Socket.IO.
///
/// @param namespaces by name; fixed once the server has started
/// @param encodings counts how often an event was encoded
record ServerContext(
        ServerOptions options, Map<String, Namespace> namespaces, LongAdder encodings) {}
