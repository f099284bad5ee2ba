package dev.hearth.socketio.engine;

import dev.hearth.socketio.http.Timer;
import org.jspecify.annotations.Nullable;

/// The change of a session from polling to a WebSocket. Confined to the session's event loop.
///
/// After the probe was answered the client lets its last poll end, which a noop makes possible, and
/// then sends `5`. What is emitted meanwhile waits, or goes with that poll; either way the client
/// has it before what follows on the WebSocket. A candidate that dies leaves polling as it was: for
/// the session, not for a JavaScript client that had ended its last poll, which polls no more and
/// finds out by its heartbeat. A session that ends therefore lets a client finish what it has
/// begun. Engine.IO protocol v4, "Upgrade".
final class Upgrade {
    private final EngineSession session;
    private final Timer timer;
    private @Nullable WebSocketTransport candidate;
    private boolean probed;

    Upgrade(EngineSession session, Timer timer) {
        this.session = session;
        this.timer = timer;
    }

    /// Whether polls are to end at once, so that the client can leave them.
    boolean isProbed() {
        return probed;
    }

    boolean isCandidate(WebSocketTransport socket) {
        return socket == candidate;
    }

    /// @return false when another is at it
    boolean start(WebSocketTransport socket) {
        if (candidate != null) {
            return false;
        }
        candidate = socket;
        timer.set(session.sessions().timings().upgrade().toNanos(), this::cancel);
        return true;
    }

    /// A packet of the candidate.
    void text(WebSocketTransport socket, String packet) {
        if (packet.equals("2probe")) {
            probed = true;
            socket.control(EncodedPacket.PROBE_PONG);
            session.endPoll();
        } else if (packet.equals("5") && probed) {
            done();
            session.upgraded(socket);
        } else {
            cancel();
        }
    }

    void lost(WebSocketTransport socket) {
        if (socket == candidate) {
            done();
        }
    }

    /// The session says goodbye. A client that may have left its polls waits for the WebSocket, and
    /// gets its farewell there.
    void sessionEnds() {
        if (!probed) {
            cancel();
        }
    }

    void cancel() {
        WebSocketTransport socket = candidate;
        done();
        if (socket != null) {
            socket.end();
        }
    }

    private void done() {
        candidate = null;
        probed = false;
        timer.cancel();
    }
}
