/// A Socket.IO 5 server that keeps the protocol, on netty-socketio; knows no chat. The only package
/// that sees Netty. Handlers run on virtual threads, one strand per connection; event loops never
/// wait. Sources: the Engine.IO protocol v4 and the Socket.IO protocol v5 documents.
@NullMarked
package dev.hearth.socketio;

import org.jspecify.annotations.NullMarked;
