package dev.hearth.socketio;

/// Answers the plain HTTP requests of the port: everything but the Engine.IO path. Called on a
/// virtual thread, so it may block.
public interface HttpHandler {
    HttpAnswer handle(HttpQuestion question);
}
