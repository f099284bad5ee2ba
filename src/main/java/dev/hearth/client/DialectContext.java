package dev.hearth.client;

import dev.hearth.model.ConnectionState;
import dev.hearth.model.Event;
import dev.hearth.model.FailureCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a [Dialect] may ask of the chat it serves. Confined to the chat's loop.
interface DialectContext {
    /// Hands an event to the chat's listener.
    void tell(Event event);

    /// Sets how the open connection stands.
    void become(ConnectionState state);

    /// The server speaks this dialect.
    void recognised();

    /// The server does not speak this dialect; the next one is tried.
    ///
    /// @param surely whether the server said so; otherwise it said nothing
    void notSpoken(boolean surely);

    /// Ends the connection: trying again by itself would not help.
    void refuse(FailureCode code, String sentence);

    /// Ends the connection, to try again later.
    void giveUp(String reason);

    /// The server says that the chat ends now; the connection closes next.
    void ending();

    /// Whether the connection is open.
    boolean isOpen();

    /// Sends an event over the open connection.
    void emit(String event, Object[] arguments, Consumer<List<@Nullable Object>> acknowledged);

    /// Sends an event without asking for an answer.
    void say(String event, Object... arguments);

    /// Reads how the server's own page sends a message.
    ///
    /// @param found is run once, on the loop, with what the page says, if anything
    void readPage(Consumer<Optional<MessageArguments>> found);

    /// Runs `task` on the loop after `delay`, unless the returned action is run before.
    Runnable after(Duration delay, Runnable task);

    Instant now();
}
