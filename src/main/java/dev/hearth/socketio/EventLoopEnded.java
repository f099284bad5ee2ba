package dev.hearth.socketio;

/// An event loop has ended although the server was not closed. Its connections hear nothing any
/// more: the application should close the server and start another.
public final class EventLoopEnded extends IllegalStateException {
    EventLoopEnded(String loop) {
        super("an event loop has ended: " + loop);
    }
}
