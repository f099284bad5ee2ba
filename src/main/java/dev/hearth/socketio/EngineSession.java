package dev.hearth.socketio;

import io.netty.channel.EventLoop;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An Engine.IO session: one client's connection over whatever transport carries it now.
///
/// All state belongs to one event loop, that of the connection which opened the session; requests
/// that arrive on others are passed over. Only [#id], [#outbox], [#strand] and [#run] may be used
/// from other threads. Engine.IO protocol v4, "Protocol" and "Transports".
final class EngineSession implements Outbox.Owner {
    private static final Logger LOG = LoggerFactory.getLogger(EngineSession.class);

    private enum State {
        OPEN,
        /// Says goodbye: what waits is sent, nothing is taken in.
        CLOSING,
        CLOSED
    }

    private final String id;
    private final EventLoop loop;
    private final Sessions sessions;
    private final Handshake handshake;
    private final Protocol protocol;
    private final Outbox outbox;
    private final Strand strand;
    private final Heartbeat heartbeat;
    private final Timer deadline;
    private final Timer upgradeDeadline;
    private final Connection connection;
    private Carrier carrier;
    private State state = State.OPEN;
    private @Nullable WebSocketCarrier probe;
    private boolean probed;
    private @Nullable Exchange posting;
    private boolean paused;

    EngineSession(
            String id,
            EventLoop loop,
            Sessions sessions,
            Handshake handshake,
            Protocol protocol,
            Carrier carrier) {
        ServerOptions options = sessions.options();
        this.id = id;
        this.loop = loop;
        this.sessions = sessions;
        this.handshake = handshake;
        this.protocol = protocol;
        this.carrier = carrier;
        this.outbox = new Outbox(loop, this, options.highWaterMark(), options.maxPendingBytes());
        this.strand = new Strand(sessions.executor());
        this.heartbeat = new Heartbeat(this, options, new Timer(loop, sessions.counters().timers));
        this.deadline = new Timer(loop, sessions.counters().timers);
        this.upgradeDeadline = new Timer(loop, sessions.counters().timers);
        this.connection = new Connection(this, sessions);
    }

    String id() {
        return id;
    }

    Handshake handshake() {
        return handshake;
    }

    Protocol protocol() {
        return protocol;
    }

    Outbox outbox() {
        return outbox;
    }

    Strand strand() {
        return strand;
    }

    Sessions sessions() {
        return sessions;
    }

    Timer deadline() {
        return deadline;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    boolean isPolling() {
        return carrier instanceof PollingCarrier;
    }

    boolean isPaused() {
        return paused;
    }

    /// Runs a task on the session's event loop; at once when called there.
    void run(Runnable task) {
        if (loop.inEventLoop()) {
            task.run();
            return;
        }
        try {
            loop.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("the server has closed");
        }
    }

    /// The client has its handshake.
    void opened() {
        heartbeat.start();
        connection.opened();
    }

    /// A polling request for data.
    void poll(Exchange exchange) {
        if (state == State.CLOSED || !(carrier instanceof PollingCarrier polling)) {
            exchange.refuse(EngineError.BAD_REQUEST);
            return;
        }
        if (polling.isPolled()) {
            polling.release(Parcel.CLOSE);
            exchange.refuse(EngineError.BAD_REQUEST);
            close("overlapping polls");
            return;
        }
        polling.poll(exchange);
        exchange.onAbort(() -> run(() -> pollAborted(polling, exchange)));
        drain();
        if (probed) {
            polling.release(Parcel.NOOP);
        }
    }

    private void pollAborted(PollingCarrier polling, Exchange exchange) {
        polling.forget(exchange);
        if (carrier == polling) {
            close("transport close");
        }
    }

    /// A polling request with data. Its answer is held while the handlers are behind.
    void post(Exchange exchange) {
        if (state != State.OPEN || !isPolling() || posting != null) {
            exchange.refuse(EngineError.BAD_REQUEST);
            if (posting != null) {
                close("overlapping posts");
            }
            return;
        }
        posting = exchange;
        exchange.onAbort(() -> run(() -> postAborted(exchange)));
        feed(exchange, new PayloadReader(exchange.body()));
    }

    private void postAborted(Exchange exchange) {
        if (posting == exchange) {
            posting = null;
            close("transport close");
        }
    }

    private void feed(Exchange exchange, PayloadReader payload) {
        paused = false;
        while (state == State.OPEN && payload.next()) {
            if (strand.isFull()) {
                paused = true;
                payload.back();
                strand.whenDrained(() -> run(() -> feed(exchange, payload)));
                return;
            }
            if (payload.isBinary()) {
                binary(payload.attachment());
            } else {
                text(payload.bytes(), payload.from(), payload.to());
            }
        }
        posting = null;
        if (payload.isBad()) {
            exchange.refuse(EngineError.BAD_REQUEST);
        } else {
            exchange.answer(200, "text/html", "ok");
        }
    }

    /// A WebSocket wants to take over from polling.
    ///
    /// @return false when it may not
    boolean startUpgrade(WebSocketCarrier socket) {
        if (state != State.OPEN || !isPolling() || probe != null) {
            return false;
        }
        probe = socket;
        upgradeDeadline.set(
                sessions.timings().upgrade().toNanos(),
                () -> {
                    if (probe == socket) {
                        probeLost(socket);
                        socket.end();
                    }
                });
        return true;
    }

    /// A text packet came over a WebSocket, which is the carrier or a candidate.
    void socketText(WebSocketCarrier socket, byte[] bytes) {
        if (socket == carrier) {
            text(bytes, 0, bytes.length);
            pauseIfFull();
        } else if (socket == probe) {
            probeText(socket, new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
        } else {
            socket.end();
        }
    }

    void socketBinary(WebSocketCarrier socket, byte[] bytes) {
        if (socket != carrier) {
            socketLost(socket, "transport error");
            socket.end();
            return;
        }
        if (!protocol.isLegacy()) {
            binary(bytes);
        } else if (bytes.length > 0 && bytes[0] == 4) {
            binary(java.util.Arrays.copyOfRange(bytes, 1, bytes.length));
        } else {
            close("parse error");
        }
        pauseIfFull();
    }

    /// Engine.IO protocol v4, "Upgrade": after the probe was answered the client ends its last
    /// poll, which a noop makes possible, and then sends `5`. What was emitted meanwhile waits, or
    /// went with that poll; either way the client has it before what follows on the WebSocket.
    private void probeText(WebSocketCarrier socket, String packet) {
        if (packet.equals("2probe")) {
            probed = true;
            socket.control(Parcel.PROBE_PONG);
            if (carrier instanceof PollingCarrier polling) {
                polling.release(Parcel.NOOP);
            }
        } else if (packet.equals("5") && probed && state == State.OPEN) {
            if (carrier instanceof PollingCarrier polling) {
                polling.release(Parcel.NOOP);
            }
            probeDone();
            carrier = socket;
            drain();
        } else {
            probeLost(socket);
            socket.end();
        }
    }

    private void probeDone() {
        probe = null;
        probed = false;
        upgradeDeadline.cancel();
    }

    private void probeLost(WebSocketCarrier socket) {
        if (probe == socket) {
            probeDone();
        }
    }

    /// A WebSocket has gone. A candidate's end leaves polling as it was.
    void socketLost(WebSocketCarrier socket, String reason) {
        if (socket == carrier) {
            close(reason);
        } else {
            probeLost(socket);
        }
    }

    private void pauseIfFull() {
        if (!paused && state == State.OPEN && strand.isFull()) {
            paused = true;
            carrier.reading(false);
            strand.whenDrained(() -> run(this::resume));
        }
    }

    private void resume() {
        paused = false;
        carrier.reading(true);
    }

    private void text(byte[] bytes, int from, int to) {
        if (state != State.OPEN) {
            return;
        }
        switch (from < to ? bytes[from] : 0) {
            case '0', '5', '6' -> {} // open, upgrade and noop mean nothing here
            case '1' -> closedByClient();
            case '2' -> heartbeat.ping(bytes, from, to);
            case '3' -> heartbeat.pong();
            case '4' -> connection.text(bytes, from + 1, to);
            case 'b' -> base64(bytes, from, to);
            default -> close("parse error");
        }
    }

    /// A client 2 without binary sends attachments as `b4` and base64.
    private void base64(byte[] bytes, int from, int to) {
        byte[] attachment =
                protocol.isLegacy() && to - from >= 2 && bytes[from + 1] == '4'
                        ? PayloadReader.decode(bytes, from + 2, to)
                        : null;
        if (attachment == null) {
            close("parse error");
        } else {
            binary(attachment);
        }
    }

    private void binary(byte[] bytes) {
        if (state == State.OPEN) {
            connection.binary(bytes);
        }
    }

    private void closedByClient() {
        if (carrier instanceof PollingCarrier polling) {
            // Its last poll may arrive after the POST that closes, on another connection.
            polling.closedByClient();
            finish("transport close", false);
        } else {
            close("transport close");
        }
    }

    void control(Parcel packet) {
        carrier.control(packet);
        if (isPolling()) {
            drain();
        }
    }

    @Override
    public void drain() {
        if (state == State.CLOSED) {
            outbox.clear();
            return;
        }
        carrier.drain(outbox);
        if (state == State.CLOSING && outbox.isEmpty() && carrier.end()) {
            forget();
        }
    }

    @Override
    public void overflowed() {
        run(() -> close("too slow"));
    }

    @Override
    public void writableAgain() {
        connection.writableAgain();
    }

    /// Ends the session after what waits has been sent, within a few seconds.
    void finish(String reason) {
        finish(reason, true);
    }

    /// @param farewell whether the client gets what waits for it, and a DISCONNECT
    private void finish(String reason, boolean farewell) {
        if (state != State.OPEN) {
            return;
        }
        connection.closed(reason, farewell);
        if (!farewell) {
            outbox.clear();
        }
        state = State.CLOSING;
        sessions.counters().close(reason);
        outbox.close();
        stopTimers();
        var timings = sessions.timings();
        deadline.set(
                (isPolling() ? timings.poll() : timings.farewell()).toNanos(),
                () -> {
                    carrier.end();
                    forget();
                });
        drain();
    }

    /// Ends the session at once.
    void close(String reason) {
        if (state == State.CLOSED) {
            return;
        }
        if (state == State.OPEN) {
            sessions.counters().close(reason);
            connection.closed(reason, false);
        }
        LOG.debug("session closed: {}", reason);
        carrier.end();
        forget();
    }

    private void forget() {
        state = State.CLOSED;
        stopTimers();
        deadline.cancel();
        WebSocketCarrier candidate = probe;
        if (candidate != null) {
            probeLost(candidate);
            candidate.end();
        }
        outbox.clear();
        sessions.remove(this);
    }

    private void stopTimers() {
        heartbeat.stop();
        deadline.cancel();
        upgradeDeadline.cancel();
    }
}
