package dev.hearth.client;

import dev.hearth.model.ConnectionState;
import dev.hearth.model.EntryId;

/// A chat this program has joined. All methods return at once and may be called from any thread;
/// what comes of them arrives as [dev.hearth.model.Event]s at the listener given to
/// [ChatConnector#join], in order, on one thread of the chat's own.
public interface Chat extends AutoCloseable {
    ConnectionState state();

    /// Sends `text`. It appears at once as an own message that is on its way, under the id
    /// returned.
    ///
    /// @throws dev.hearth.model.HearthException EMPTY or TOO_LONG: nothing was sent and nothing
    ///   appears
    EntryId send(String text);

    /// Sends a message again that failed or was not confirmed. Does nothing for any other.
    void retry(EntryId id);

    /// Takes away a message that failed or was not confirmed. Does nothing for any other.
    void discard(EntryId id);

    /// Tries to connect now instead of waiting for the next try.
    void reconnectNow();

    /// Leaves. Idempotent; the last event is `ConnectionChanged(Closed)`. It comes when the server
    /// has been told, or after a second: a program that ends should wait for it, so that others do
    /// not see a ghost until the server gives up waiting.
    @Override
    void close();
}
