package dev.hearth.client.dialect;

import dev.hearth.client.link.PageWords;
import dev.hearth.client.outbox.ChatContext;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.FailureCode;
import java.util.function.Consumer;

/// What a [Dialect] may ask of the chat it serves. Confined to the chat's loop.
public interface DialectContext extends ChatContext {
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

    /// Reads the server's own page, once for each connection.
    ///
    /// @param found is run once, on the loop, with what the page says
    void readPage(Consumer<PageWords> found);
}
