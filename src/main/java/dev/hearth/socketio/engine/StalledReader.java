package dev.hearth.socketio.engine;

import dev.hearth.socketio.http.Timer;
import dev.hearth.socketio.http.WriteProgress;
import java.util.Objects;

/// Cuts off a client that takes nothing of what waits for it on its WebSocket; it may be as slow as
/// it likes. The answers to polls are watched by the [dev.hearth.socketio.http.RequestClock].
/// Confined to the session's event loop.
final class StalledReader {
    private final EngineSession session;
    private final Timer timer;

    StalledReader(EngineSession session, Timer timer) {
        this.session = session;
        this.timer = timer;
    }

    /// Something waits for the client of `socket`: it has a time to take some of it.
    void watch(WebSocketTransport socket) {
        if (!timer.isSet()) {
            look(socket);
        }
    }

    private void look(WebSocketTransport socket) {
        WriteProgress before = socket.progress();
        timer.set(
                session.sessions().timings().request().toNanos(),
                () -> {
                    if (session.outbox().isEmpty()) {
                        return;
                    }
                    if (Objects.equals(before, socket.progress())) {
                        session.cut("too slow");
                    } else {
                        look(socket);
                    }
                });
    }

    void stop() {
        timer.cancel();
    }
}
