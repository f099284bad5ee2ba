package dev.hearth.client.link;

import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/// Hands everything on, and tells besides when an open WebSocket has ended. On okhttp's threads.
///
/// socket.io-client pauses polling while it switches to WebSocket. When the WebSocket breaks in
/// just that moment it goes on waiting, on neither transport, until the ping is missed.
final class WatchedWebSocket extends WebSocketListener {
    private static final int NORMAL = 1_000;

    private final WebSocketListener listener;
    private final LinkBounds bounds;
    private final Runnable broken;
    private volatile boolean open;

    WatchedWebSocket(WebSocketListener listener, LinkBounds bounds, Runnable broken) {
        this.listener = listener;
        this.bounds = bounds;
        this.broken = broken;
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
        open = true;
        listener.onOpen(socket, response);
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
        bounds.take(text.length());
        listener.onMessage(socket, text);
        bounds.handedOver(text.length());
    }

    @Override
    public void onMessage(WebSocket socket, ByteString bytes) {
        bounds.take(bytes.size());
        listener.onMessage(socket, bytes);
        bounds.handedOver(bytes.size());
    }

    /// Answers the close, as RFC 6455, section 5.5.1, wants it: okhttp reads no further by itself,
    /// and the library does not answer, so a server that says goodbye was not heard.
    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
        listener.onClosing(socket, code, reason);
        socket.close(NORMAL, null);
    }

    @Override
    public void onClosed(WebSocket socket, int code, String reason) {
        listener.onClosed(socket, code, reason);
        ended();
    }

    @Override
    public void onFailure(WebSocket socket, Throwable failure, @Nullable Response response) {
        bounds.broken(failure);
        listener.onFailure(socket, failure, response);
        ended();
    }

    private void ended() {
        if (open) {
            broken.run();
        }
    }
}
