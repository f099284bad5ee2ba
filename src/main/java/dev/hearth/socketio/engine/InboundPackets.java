package dev.hearth.socketio.engine;

import dev.hearth.socketio.http.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Takes in what a client sends, and no more than its handlers keep up with: while their strand is
/// full a WebSocket is not read and the answer to a POST is held. Confined to the session's event
/// loop. Engine.IO protocol v4, "Packet types".
final class InboundPackets {
    private static final byte MESSAGE = 4;

    private final EngineSession session;
    private final Messages messages;
    private final Heartbeat heartbeat;
    private final Upgrade upgrade;

    /// Where a POST is arriving.
    private @Nullable PostTracker arriving;

    private @Nullable Exchange posting;
    private boolean paused;

    InboundPackets(EngineSession session, Messages messages, Heartbeat heartbeat, Upgrade upgrade) {
        this.session = session;
        this.messages = messages;
        this.heartbeat = heartbeat;
        this.upgrade = upgrade;
    }

    /// Whether it is we who do not read.
    boolean isPaused() {
        return paused;
    }

    /// The headers of a POST are here.
    void begins(PostTracker watch) {
        if (!session.isPolled()) {
            return;
        }
        if (arriving != null || (posting != null && !posting.channel().equals(watch.channel()))) {
            session.close("overlapping posts"); // on one connection they are kept in order
        } else {
            arriving = watch;
        }
    }

    /// The POST is whole and comes next, or was refused.
    void ended(PostTracker watch) {
        if (arriving == watch) {
            arriving = null;
        }
    }

    /// The rest of the POST will not come.
    void gone(PostTracker watch) {
        if (arriving == watch) {
            arriving = null;
            if (session.isPolled()) {
                session.close("transport close");
            }
        }
    }

    /// A polling request with data.
    void post(Exchange exchange) {
        if (posting != null) {
            exchange.refuse(EngineError.BAD_REQUEST.refusal());
            session.close("overlapping posts");
            return;
        }
        posting = exchange;
        exchange.onAbort(() -> session.run(() -> aborted(exchange)));
        feed(exchange, new PayloadReader(exchange.body()));
    }

    private void aborted(Exchange exchange) {
        if (posting == exchange) {
            posting = null;
            session.close("transport close");
        }
    }

    private void feed(Exchange exchange, PayloadReader payload) {
        paused = false;
        while (session.isOpen() && payload.next()) {
            if (session.strand().isFull()) {
                paused = true;
                payload.back();
                session.strand().whenDrained(() -> session.run(() -> feed(exchange, payload)));
                return;
            }
            if (payload.isBad()) {
                session.close("parse error");
            } else if (payload.isBinary()) {
                messages.binary(payload.attachment());
            } else {
                text(payload.bytes(), payload.from(), payload.to());
            }
        }
        posting = null;
        if (payload.isBad()) {
            exchange.refuse(EngineError.BAD_REQUEST.refusal());
        } else {
            exchange.answer(200, "text/html", "ok");
        }
    }

    /// A text packet over a WebSocket, which carries the session or wants to.
    void text(WebSocketTransport socket, byte[] bytes) {
        if (upgrade.isCandidate(socket)) {
            upgrade.text(socket, new String(bytes, StandardCharsets.UTF_8));
        } else if (session.isOpen() && session.isCarriedBy(socket)) {
            text(bytes, 0, bytes.length);
            pauseIfFull(socket);
        }
    }

    /// A binary packet over a WebSocket.
    void binary(WebSocketTransport socket, byte[] bytes) {
        if (upgrade.isCandidate(socket)) {
            upgrade.cancel();
        } else if (session.isOpen() && session.isCarriedBy(socket)) {
            binary(bytes);
            pauseIfFull(socket);
        }
    }

    private void binary(byte[] bytes) {
        if (!session.protocol().isLegacy()) {
            messages.binary(bytes);
        } else if (bytes.length > 0 && bytes[0] == MESSAGE) {
            messages.binary(Arrays.copyOfRange(bytes, 1, bytes.length));
        } else {
            session.close("parse error");
        }
    }

    private void pauseIfFull(WebSocketTransport socket) {
        if (!paused && session.strand().isFull()) {
            paused = true;
            socket.reading(false);
            session.strand().whenDrained(() -> session.run(() -> resume(socket)));
        }
    }

    private void resume(WebSocketTransport socket) {
        paused = false;
        socket.reading(true);
    }

    private void text(byte[] bytes, int from, int to) {
        switch (from < to ? bytes[from] : 0) {
            case '0', '5', '6' -> {} // open, upgrade and noop mean nothing here
            case '1' -> session.closedByClient();
            case '2' -> heartbeat.ping(bytes, from, to);
            case '3' -> heartbeat.pong();
            case '4' -> messages.text(bytes, from + 1, to);
            case 'b' -> base64(bytes, from, to);
            default -> session.close("parse error");
        }
    }

    /// A client 2 without binary sends attachments as `b4` and base64.
    private void base64(byte[] bytes, int from, int to) {
        byte[] attachment =
                session.protocol().isLegacy() && to - from >= 2 && bytes[from + 1] == '4'
                        ? PayloadReader.decode(bytes, from + 2, to)
                        : null;
        if (attachment == null) {
            session.close("parse error");
        } else {
            messages.binary(attachment);
        }
    }
}
