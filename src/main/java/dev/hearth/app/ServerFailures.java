package dev.hearth.app;

import dev.hearth.socketio.EventLoopEnded;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What went wrong on the threads of one server. Any thread.
///
/// A handler that fails ends its connection at most, and the server goes on. After memory ran out,
/// after the JVM failed, or once an event loop has ended, that cannot be relied on: the first of
/// these is kept for the watchdog, which opens the chat again.
final class ServerFailures implements Consumer<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ServerFailures.class);

    private final AtomicReference<Throwable> first = new AtomicReference<>();

    @Override
    public void accept(Throwable failure) {
        if (isGrave(failure)) {
            // Before the log is written, for which there may be no memory.
            first.compareAndSet(null, failure);
        }
        LOG.error("a task of the server failed", failure);
    }

    /// What the chat has to be opened again for.
    Optional<Throwable> grave() {
        return Optional.ofNullable(first.get());
    }

    private static boolean isGrave(Throwable failure) {
        return switch (failure) {
            // One request went too deep, and its stack is gone.
            case StackOverflowError _ -> false;
            case VirtualMachineError _, EventLoopEnded _ -> true;
            default -> false;
        };
    }
}
