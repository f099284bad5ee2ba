package dev.hearth.client;

import dev.hearth.model.Event;
import java.util.function.Consumer;

/// Joins chats.
public interface ChatConnector {
    /// Starts to join and returns at once.
    ///
    /// @param listener gets every event, in order, on one thread of this chat's own; it must not
    ///   block
    Chat join(JoinRequest request, Consumer<Event> listener);
}
