package dev.hearth.socketio;

import dev.hearth.socketio.engine.Handshake;
import dev.hearth.socketio.engine.HeartbeatSettings;
import dev.hearth.socketio.http.AccessPolicy;
import dev.hearth.socketio.http.Front;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// How a [SocketServer] runs. The defaults are those of Node's server.
///
/// @param bind address to listen on; null for all
/// @param port 0 takes a free one
/// @param pulse of the connection that was opened like this; must not block or throw
/// @param connectTimeout how long a connection may be in no namespace
/// @param failures told of every Throwable that no part of the server expects, such as
///   OutOfMemoryError, and of an event loop that ended; any thread, must not block. The server goes
///   on where it can.
public record ServerOptions(
        @Nullable String bind,
        int port,
        Function<Handshake, HeartbeatSettings> pulse,
        Duration connectTimeout,
        Sizes sizes,
        Rates rates,
        AccessPolicy access,
        Front front,
        Consumer<Throwable> failures) {
    public static ServerOptions defaults() {
        return new ServerOptions(
                null,
                0,
                _ -> new HeartbeatSettings(Duration.ofSeconds(25), Duration.ofSeconds(20)),
                Duration.ofSeconds(45),
                Sizes.DEFAULT,
                Rates.DEFAULT,
                (host, origin) -> true,
                Front.NONE,
                failure -> LoggerFactory.getLogger(SocketServer.class).error("failed", failure));
    }

    public int maxPayload() {
        return sizes.maxPayload();
    }

    public ServerOptions withBind(@Nullable String newBind, int newPort) {
        return new ServerOptions(
                newBind, newPort, pulse, connectTimeout, sizes, rates, access, front, failures);
    }

    /// The same for every connection.
    public ServerOptions withHeartbeat(Duration interval, Duration timeout) {
        HeartbeatSettings same = new HeartbeatSettings(interval, timeout);
        return withHeartbeat(_ -> same);
    }

    /// For each connection as `newPulse` says, which is asked once, on an event loop.
    public ServerOptions withHeartbeat(Function<Handshake, HeartbeatSettings> newPulse) {
        return new ServerOptions(
                bind, port, newPulse, connectTimeout, sizes, rates, access, front, failures);
    }

    public ServerOptions withConnectTimeout(Duration newConnectTimeout) {
        return new ServerOptions(
                bind, port, pulse, newConnectTimeout, sizes, rates, access, front, failures);
    }

    public ServerOptions withSizes(Sizes newSizes) {
        return new ServerOptions(
                bind, port, pulse, connectTimeout, newSizes, rates, access, front, failures);
    }

    public ServerOptions withRates(Rates newRates) {
        return new ServerOptions(
                bind, port, pulse, connectTimeout, sizes, newRates, access, front, failures);
    }

    public ServerOptions withAccess(AccessPolicy newAccess) {
        return new ServerOptions(
                bind, port, pulse, connectTimeout, sizes, rates, newAccess, front, failures);
    }

    public ServerOptions withFront(Front newFront) {
        return new ServerOptions(
                bind, port, pulse, connectTimeout, sizes, rates, access, newFront, failures);
    }

    public ServerOptions withFailures(Consumer<Throwable> newFailures) {
        return new ServerOptions(
                bind, port, pulse, connectTimeout, sizes, rates, access, front, newFailures);
    }
}
