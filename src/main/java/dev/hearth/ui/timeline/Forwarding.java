package dev.hearth.ui.timeline;

import dev.hearth.model.Message;
import java.util.List;

/// Sends messages on to other rooms. FX thread only.
public interface Forwarding {
    /// Whether there can be other rooms.
    boolean isOffered();

    /// Asks where to, and sends the messages there.
    ///
    /// @param done runs when they are on their way
    void forward(List<Message> messages, Runnable done);
}
