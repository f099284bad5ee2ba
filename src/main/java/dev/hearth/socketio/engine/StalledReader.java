package dev.hearth.socketio.engine;

import dev.hearth.socketio.http.Timer;
import dev.hearth.socketio.http.WriteProgress;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Cuts off a client that takes nothing of what waits for it on its WebSocket; it may be as slow as
/// it likes. The answers to polls are watched by the [dev.hearth.socketio.http.RequestClock].
/// Confined to the session's event loop.
final class StalledReader {
    private final SendQueue outbox;
    private final Timer timer;
    private final Duration patience;
    private final Runnable cut;

    /// @param cut is run when the client took nothing for as long as `patience`
    StalledReader(SendQueue outbox, Timer timer, Duration patience, Runnable cut) {
        this.outbox = outbox;
        this.timer = timer;
        this.patience = patience;
        this.cut = cut;
    }

    /// What the client took so far: of the queue, and of what was written to the socket. The socket
    /// alone looks the same each time it has nothing left to send.
    private record Progress(long queue, @Nullable WriteProgress socket) {}

    /// Something waits for the client: it has a time to take some of it.
    ///
    /// @param socket null when it is closed
    void watch(Supplier<@Nullable WriteProgress> socket) {
        if (!timer.isSet()) {
            look(socket);
        }
    }

    private void look(Supplier<@Nullable WriteProgress> socket) {
        Progress before = progress(socket);
        timer.set(
                patience.toNanos(),
                () -> {
                    if (outbox.isEmpty()) {
                        return;
                    }
                    if (Objects.equals(before, progress(socket))) {
                        cut.run();
                    } else {
                        look(socket);
                    }
                });
    }

    private Progress progress(Supplier<@Nullable WriteProgress> socket) {
        return new Progress(outbox.sentBytes(), socket.get());
    }

    void stop() {
        timer.cancel();
    }
}
