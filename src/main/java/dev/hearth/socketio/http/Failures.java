package dev.hearth.socketio.http;

import java.util.function.Consumer;

/// Runs the tasks of the server's threads so that no Throwable ends one of them, or passes unheard.
/// Thread-safe.
public final class Failures {
    private final Consumer<Throwable> handler;

    public Failures(Consumer<Throwable> handler) {
        this.handler = handler;
    }

    /// Runs a task to its end or its failure.
    ///
    /// @return whether it came to its end
    public boolean run(Runnable task) {
        try {
            task.run();
            return true;
        } catch (Throwable e) { // also that memory has run out: the thread has to go on
            report(e);
            return false;
        }
    }

    /// Tells the handler, which may fail itself while memory is short.
    public void report(Throwable failure) {
        try {
            handler.accept(failure);
        } catch (RuntimeException | Error e) {
            // There is nobody left to tell, and the thread matters more.
        }
    }
}
