package dev.hearth.socketio.http;

import io.netty.handler.codec.http.HttpRequest;

/// Follows the requests of one connection while they arrive. Called on its event loop.
public interface RequestWatch {
    /// The headers of a request have arrived.
    void begins(HttpRequest request);

    /// The request is whole and handed on next, or was refused.
    void ended();

    /// The rest of the request will not come.
    void gone();
}
