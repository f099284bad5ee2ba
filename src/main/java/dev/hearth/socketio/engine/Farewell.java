package dev.hearth.socketio.engine;

/// How a connection ends once everything that waits has been sent.
enum Farewell {
    /// Not at all, for now.
    NONE,
    /// With a close packet or a Close frame: the client is put out, or has closed itself.
    SAID,
    /// By cutting the transport, as a Node server that ends: clients of every kind then look for
    /// the server again by themselves. A close packet would tell them to stay away.
    CUT
}
