package dev.hearth.socketio.http;

/// Answers the plain HTTP requests of the port: everything but the Engine.IO path. Called on a
/// virtual thread, so it may block.
public interface HttpHandler {
    HttpResponse handle(HttpRequest request);

    /// Bytes of a body that are kept for [#handle]; a longer one is refused. 0 drops bodies as they
    /// come. Asked on an event loop: must not block.
    default int maxBody(String method, String path) {
        return 64 * 1024;
    }
}
