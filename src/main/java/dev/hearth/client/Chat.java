package dev.hearth.client;

import dev.hearth.model.Accepted;
import dev.hearth.model.Command;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.EntryId;
import dev.hearth.model.HistoryPage;
import dev.hearth.model.HistoryRequest;
import dev.hearth.model.RoomId;
import dev.hearth.model.SearchAnswer;
import dev.hearth.model.SearchRequest;
import java.util.concurrent.CompletionStage;

/// A chat this program has joined. All methods return at once and may be called from any thread;
/// what comes of them arrives as [dev.hearth.model.Event]s at the listener given to
/// [ChatConnector#join], in order, on one thread of the chat's own.
public interface Chat extends AutoCloseable {
    ConnectionState state();

    /// Opens a room: from now on what is said in it is told as events. The lobby is open from the
    /// start; of other rooms only [dev.hearth.model.Event.ActivityChanged] is told until they are
    /// opened, or this person writes in them. Several sessions of one room may exist; none has to
    /// be closed.
    RoomSession room(RoomId id);

    /// Sends a message again that failed or was not confirmed. Does nothing for any other.
    void retry(EntryId id);

    /// Takes away a message that failed or was not confirmed. Does nothing for any other.
    void discard(EntryId id);

    /// Has the host do `command`; a message appears at once like one of [RoomSession#send]. It is
    /// kept until the host has answered, over cuts and, where this chat is kept on disk, restarts.
    /// Per room one is on its way at a time, in the order in which they were handed in.
    ///
    /// @return completed when the host has it on disk; failed with a
    ///   [dev.hearth.model.HearthException] when it cannot be done, UNSUPPORTED on a server without
    ///   rooms
    CompletionStage<Accepted> submit(Command command);

    /// Reads messages, from what is kept here or from the host.
    CompletionStage<HistoryPage> history(HistoryRequest request);

    /// Looks for messages: at the host, or without a connection in what is kept here.
    CompletionStage<SearchAnswer> search(SearchRequest request);

    /// Tries to connect now instead of waiting for the next try.
    void reconnectNow();

    /// Leaves. Idempotent; the last event is `ConnectionChanged(Closed)`. It comes when the server
    /// has been told, or after a second: a program that ends should wait for it, so that others do
    /// not see a ghost until the server gives up waiting.
    @Override
    void close();
}
