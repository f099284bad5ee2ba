package dev.hearth.socketio;

import org.jspecify.annotations.Nullable;

/// The acknowledgement a client may have asked for with an event. Any thread.
public interface Ack {
    /// Whether the client waits for one.
    boolean isRequested();

    /// Sends it. The first call counts, later ones and those for an event that asked for none do
    /// nothing.
    void send(@Nullable Object... arguments);
}
