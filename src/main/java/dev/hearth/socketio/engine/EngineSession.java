package dev.hearth.socketio.engine;

import dev.hearth.socketio.http.Account;
import dev.hearth.socketio.http.Charge;
import dev.hearth.socketio.http.Exchange;
import dev.hearth.socketio.http.Timer;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An Engine.IO session: one client's connection over whatever transport carries it now.
///
/// All state belongs to one event loop, that of the connection which opened the session; requests
/// that arrive on others are passed over. Only [#id], [#handshake], [#protocol], [#outbox],
/// [#strand], [#roundTrip] and [#run] may be used from other threads. Engine.IO protocol v4,
/// "Protocol" and "Transports".
public final class EngineSession implements SendQueue.Owner {
    /// What a session costs beside what it holds, about.
    static final long BASE = 8 * 1024;

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
    private final Account account;
    private final SendQueue outbox;
    private final Strand strand;
    private final HeartbeatSettings pulse;
    private final Heartbeat heartbeat;
    private final Timer deadline;
    private final StalledReader reader;
    private final Upgrade upgrade;
    private final InboundPackets intake;
    private final Messages messages;
    private Transport transport;
    private State state = State.OPEN;
    private Farewell farewell = Farewell.SAID;
    private final Runnable sending = this::send;

    EngineSession(
            String id,
            EventLoop loop,
            Sessions sessions,
            Handshake handshake,
            Protocol protocol,
            Transport transport) {
        EngineOptions options = sessions.options();
        this.id = id;
        this.loop = loop;
        this.sessions = sessions;
        this.handshake = handshake;
        this.protocol = protocol;
        this.transport = transport;
        this.account = sessions.budget().open(BASE, () -> later(() -> cut("memory")));
        this.outbox =
                new SendQueue(
                        loop,
                        this,
                        options.highWaterMark(),
                        options.maxPendingBytes(),
                        new Charge(account));
        this.strand =
                new Strand(
                        sessions.executor(),
                        sessions.failures(),
                        new Charge(account),
                        outbox::takesAnswers);
        this.pulse = options.pulse().apply(handshake);
        this.heartbeat = new Heartbeat(this, pulse, timer());
        this.deadline = timer();
        this.reader =
                new StalledReader(
                        outbox, timer(), sessions.timings().request(), () -> cut("too slow"));
        this.upgrade = new Upgrade(this, timer());
        this.messages = sessions.messages().open(this);
        this.intake = new InboundPackets(this, messages, heartbeat, upgrade);
    }

    private Timer timer() {
        return new Timer(loop, sessions.counters().timers(), sessions.failures());
    }

    /// Another deadline of this session; its owner cancels it.
    public Timer newTimer() {
        return timer();
    }

    /// What the session makes the server keep.
    public Account account() {
        return account;
    }

    String id() {
        return id;
    }

    public Handshake handshake() {
        return handshake;
    }

    public Protocol protocol() {
        return protocol;
    }

    HeartbeatSettings pulse() {
        return pulse;
    }

    /// How long the last heartbeat took there and back; empty until one was answered. Any thread.
    public Optional<Duration> roundTrip() {
        return heartbeat.roundTrip();
    }

    public SendQueue outbox() {
        return outbox;
    }

    public Strand strand() {
        return strand;
    }

    public Sessions sessions() {
        return sessions;
    }

    /// Until which the client has to be somewhere, or gone.
    public Timer deadline() {
        return deadline;
    }

    InboundPackets intake() {
        return intake;
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /// Whether it is open and carried by polling.
    boolean isPolled() {
        return state == State.OPEN && transport instanceof PollingTransport;
    }

    boolean isCarriedBy(WebSocketTransport socket) {
        return transport == socket;
    }

    /// Runs a task on the session's event loop; at once when called there.
    public void run(Runnable task) {
        if (loop.inEventLoop()) {
            task.run();
        } else {
            later(task);
        }
    }

    /// Runs a task on the session's event loop, after what runs there now.
    private void later(Runnable task) {
        try {
            loop.execute(() -> attempt(task));
        } catch (RejectedExecutionException e) {
            LOG.debug("the server has closed");
        }
    }

    /// What fails ends the session and nothing else.
    private void attempt(Runnable task) {
        if (!sessions.failures().run(task)) {
            sessions.failures().run(() -> close("internal error"));
        }
    }

    /// The client has its handshake.
    void opened() {
        heartbeat.start();
        messages.opened();
    }

    /// A polling request for data.
    void poll(Exchange exchange) {
        checkHeartbeat();
        if (state == State.CLOSED || !(transport instanceof PollingTransport polling)) {
            exchange.refuse(EngineError.BAD_REQUEST.refusal());
            return;
        }
        if (polling.isPolled()) {
            exchange.refuse(EngineError.BAD_REQUEST.refusal());
            close("overlapping polls");
            return;
        }
        polling.poll(exchange);
        exchange.onAbort(() -> run(() -> pollAborted(polling, exchange)));
        drain();
        if (upgrade.isProbed()) {
            endPoll();
        }
    }

    private void checkHeartbeat() {
        if (state == State.OPEN) {
            heartbeat.check();
        }
    }

    private void pollAborted(PollingTransport polling, Exchange exchange) {
        if (polling.forget(exchange)) {
            transportLost(polling);
        }
    }

    void transportLost(Transport lost) {
        if (transport == lost) {
            close("transport close");
        }
    }

    /// A polling request with data.
    void post(Exchange exchange) {
        checkHeartbeat();
        if (isPolled()) {
            intake.post(exchange);
        } else {
            exchange.refuse(EngineError.BAD_REQUEST.refusal());
        }
    }

    /// Lets the client's poll end without data.
    void endPoll() {
        if (transport instanceof PollingTransport polling) {
            polling.release(EncodedPacket.NOOP);
        }
    }

    /// A WebSocket wants to take over from polling.
    void startUpgrade(WebSocketTransport socket) {
        if (state != State.OPEN
                || !(transport instanceof PollingTransport)
                || !upgrade.start(socket)) {
            sessions.counters().refuse("upgrade");
            socket.end();
        }
    }

    void upgraded(WebSocketTransport socket) {
        endPoll();
        if (transport instanceof PollingTransport polling) {
            polling.handOver(socket);
        }
        transport = socket;
        drain();
    }

    /// A WebSocket has gone, which carried the session or wanted to.
    void socketLost(WebSocketTransport socket, String reason) {
        if (socket == transport) {
            close(reason);
        } else {
            upgrade.lost(socket);
        }
    }

    /// Sends a packet of the heartbeat.
    void control(EncodedPacket packet) {
        transport.control(packet);
        drain();
    }

    @Override
    public void drain() {
        attempt(sending);
    }

    private void send() {
        if (state == State.CLOSED) {
            outbox.clear();
            return;
        }
        if (transport.drain(outbox, state == State.CLOSING ? farewell : Farewell.NONE)) {
            forget();
        } else if (!outbox.isEmpty() && transport instanceof WebSocketTransport socket) {
            reader.watch(socket::progress);
        }
    }

    @Override
    public void overflowed() {
        run(() -> cut("too slow"));
    }

    @Override
    public void writableAgain() {
        messages.writableAgain();
    }

    @Override
    public void answerTaken() {
        strand.resume();
    }

    void closedByClient() {
        if (transport instanceof PollingTransport polling) {
            // Its last poll may arrive after the POST that closes, on another connection.
            polling.closedByClient();
            outbox.clear();
            finish("transport close", Farewell.SAID, false);
        } else {
            close("transport close");
        }
    }

    /// Puts the client out: ends the session after what waits and a DISCONNECT have been sent,
    /// within a few seconds.
    public void finish(String reason) {
        finish(reason, Farewell.SAID, true);
    }

    /// Ends the session after what waits has been sent, within a few seconds. Without a word:
    /// clients take a DISCONNECT or a close packet for being put out, and would not come back by
    /// themselves.
    void shutDown(String reason) {
        finish(reason, Farewell.CUT, false);
    }

    /// @param disconnect whether the client is told DISCONNECT
    private void finish(String reason, Farewell how, boolean disconnect) {
        if (state != State.OPEN) {
            return;
        }
        state = State.CLOSING;
        farewell = how;
        sessions.countClose(reason);
        messages.closed(reason, disconnect);
        outbox.close();
        heartbeat.stop();
        upgrade.sessionEnds();
        if (!sessions.isOpen(this)) {
            return; // so much waited that its farewell was too much
        }
        deadline.set(sessions.timings().farewell().toNanos(), this::abort);
        drain();
    }

    /// Ends the session at once, without waiting for what was not sent.
    public void close(String reason) {
        State before = state;
        state = State.CLOSED;
        if (before == State.OPEN) {
            LOG.debug("session closed: {}", reason);
            sessions.countClose(reason);
            messages.closed(reason, false);
        }
        if (before != State.CLOSED) {
            transport.end();
            forget();
        }
    }

    /// Cuts the client off.
    void abort() {
        cut("server shutting down");
    }

    /// Cuts the client off, which may come back: a close packet would tell it not to.
    public void cut(String reason) {
        transport.abort();
        close(reason);
    }

    private void forget() {
        state = State.CLOSED;
        heartbeat.stop();
        deadline.cancel();
        reader.stop();
        upgrade.cancel();
        outbox.clear();
        strand.end(account::close);
        sessions.remove(this);
    }
}
