package dev.hearth.socketio.engine;

import dev.hearth.socketio.http.Timer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// Finds out that a client has gone silent. In Engine.IO 4 the server pings and waits for the pong;
/// in 3 the client pings and the server answers. Confined to the session's event loop, so a handler
/// that blocks delays no heartbeat; only [#roundTrip] is for any thread. Engine.IO protocol v4,
/// "Heartbeat".
final class Heartbeat {
    private final EngineSession session;
    private final long interval;
    private final long timeout;
    private final Timer timer;
    private long expiry;
    private boolean waiting;
    private long pingedAt;

    /// In nanoseconds; negative until a pong came.
    private volatile long roundTrip = -1;

    Heartbeat(EngineSession session, HeartbeatSettings pulse, Timer timer) {
        this.session = session;
        this.interval = pulse.interval().toNanos();
        this.timeout = pulse.timeout().toNanos();
        this.timer = timer;
    }

    void start() {
        long now = System.nanoTime();
        expiry = now + interval + timeout;
        if (session.protocol().isLegacy()) {
            timer.set(interval + timeout, this::expire);
        } else {
            timer.set(interval, this::ping);
        }
    }

    private void ping() {
        waiting = true;
        // Counted from when the ping was due: lateness of the timer does not add up.
        pingedAt = System.nanoTime();
        timer.set(expiry - pingedAt, this::expire);
        session.control(EncodedPacket.PING);
    }

    /// Between the last ping that was answered and its pong, with what the client took to answer;
    /// empty until then, and always in Engine.IO 3. Any thread.
    Optional<Duration> roundTrip() {
        long nanos = roundTrip;
        return nanos < 0 ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
    }

    /// Ends a session whose time is over although its timer has not come round: an event loop takes
    /// requests before timers.
    void check() {
        if (System.nanoTime() - expiry >= 0) {
            expire();
        }
    }

    private void expire() {
        if (session.intake().isPaused()) {
            // It is we who do not read: its pong may lie in the socket.
            expiry = System.nanoTime() + timeout;
            timer.set(timeout, this::expire);
        } else {
            session.close("ping timeout");
        }
    }

    /// A ping came.
    void ping(byte[] bytes, int from, int to) {
        if (!session.protocol().isLegacy()) {
            session.close("transport error"); // the wrong direction for this version
            return;
        }
        start();
        if (to - from == 1) {
            session.control(EncodedPacket.PONG);
        } else if (to - from < 100) {
            String data = new String(bytes, from + 1, to - from - 1, StandardCharsets.UTF_8);
            session.control(EncodedPacket.text("3" + data));
        }
    }

    /// A pong came.
    void pong() {
        if (session.protocol().isLegacy()) {
            session.close("transport error");
        } else if (waiting) {
            waiting = false;
            roundTrip = System.nanoTime() - pingedAt;
            start();
        }
    }

    void stop() {
        timer.cancel();
    }
}
