package dev.hearth.client.connection;

import dev.hearth.client.link.ChatLoop;
import java.time.Duration;

/// One thing at a time that a connection does later: its limit, its next try. Confined to the
/// chat's loop.
final class ConnectTimer {
    private final ChatLoop loop;
    private Runnable cancel = () -> {};

    ConnectTimer(ChatLoop loop) {
        this.loop = loop;
    }

    /// Runs `task` after `delay`, in place of what was to be run.
    void set(Duration delay, Runnable task) {
        cancel.run();
        cancel = loop.after(delay, task);
    }

    void cancel() {
        cancel.run();
    }
}
