package dev.hearth.client.outbox;

import dev.hearth.model.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What an [Outbox] and its policy ask of the chat they serve. Confined to the chat's loop.
public interface ChatContext {
    /// Hands an event to the chat's listener.
    void tell(Event event);

    /// Sends an event over the open connection.
    ///
    /// @param acknowledged gets the arguments of the answer, on the loop, unless the connection
    ///   ends before
    void emit(String event, Object[] arguments, Consumer<List<@Nullable Object>> acknowledged);

    /// Sends an event without asking for an answer.
    void say(String event, Object... arguments);

    /// Runs `task` on the loop after `delay`, unless the returned action is run before.
    Runnable after(Duration delay, Runnable task);

    Instant now();
}
