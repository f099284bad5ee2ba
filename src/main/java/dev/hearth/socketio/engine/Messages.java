package dev.hearth.socketio.engine;

/// What lives on a session: takes its messages. Called on the session's event loop;
/// [#writableAgain] on any thread. [dev.hearth.socketio.Connection] is the Socket.IO one.
public interface Messages {
    /// The client has its handshake.
    void opened();

    /// @param from where the message begins, after the Engine.IO type
    void text(byte[] bytes, int from, int to);

    void binary(byte[] bytes);

    /// Comes once.
    ///
    /// @param farewell whether the client is put out, and is to be told: what is sent now still
    ///   reaches it
    void closed(String reason, boolean farewell);

    void writableAgain();

    /// Makes them for each session.
    @FunctionalInterface
    interface Factory {
        Messages open(EngineSession session);
    }
}
