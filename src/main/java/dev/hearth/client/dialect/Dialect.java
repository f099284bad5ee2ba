package dev.hearth.client.dialect;

import dev.hearth.client.link.LinkEnd;
import dev.hearth.client.link.PageWords;
import dev.hearth.model.Accepted;
import dev.hearth.model.Capabilities;
import dev.hearth.model.Command;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Event;
import dev.hearth.model.HearthException;
import dev.hearth.model.HistoryPage;
import dev.hearth.model.HistoryRequest;
import dev.hearth.model.Message;
import dev.hearth.model.RoomId;
import dev.hearth.model.SearchAnswer;
import dev.hearth.model.SearchRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// How to talk with one family of servers: what to say on entering, what their events mean, and how
/// a person's wishes are carried out. A dialect outlives the single connection. What a family of
/// servers cannot do is left to the defaults here, which answer UNSUPPORTED.
///
/// To add a dialect: implement this interface, and put it into [DialectList#all] at the place where
/// it is to be tried. No other class knows which dialects there are. Dialects of one namespace that
/// follow each other there share a connection, on which each listens until one recognises the
/// server.
///
/// Exactly one dialect owns each own message that is not confirmed: the spoken one. When the server
/// turns out to speak another, the owner hands its messages over ([#standAside], [#adopt]).
/// Confined to the chat's loop, apart from [#capabilities].
public interface Dialect {
    DialectContext context();

    /// How a person chooses it; empty where nobody can.
    default String word() {
        return "";
    }

    String namespace();

    /// What the next CONNECT carries.
    Map<String, Object> auth();

    /// What the address carries for the server to see before CONNECT.
    default String query() {
        return "";
    }

    /// What the server can do, as far as that is known now. Any thread.
    Capabilities capabilities();

    /// Shows what is kept from before, ahead of the first connection.
    ///
    /// @param ready is run once, on the loop, when the chat may connect
    default void start(Runnable ready) {
        ready.run();
    }

    /// Whether a server that speaks this was here before: its silence may then be slowness.
    default boolean knowsServer() {
        return false;
    }

    /// The connection is open, and the server is believed to speak this.
    void opened();

    /// Whether a person said that the server speaks this: nothing has to be found out then.
    default boolean isChosen() {
        return false;
    }

    /// Whether an event is of this dialect, and of no other of its namespace. Asked while it is not
    /// known what the server speaks; what was heard by then is told again after [#opened].
    default boolean recognises(String event, List<@Nullable Object> arguments) {
        return false;
    }

    /// Whether the server's own page sends what this dialect sends.
    default boolean recognises(PageWords page) {
        return false;
    }

    /// Says the one thing that a server of this dialect answers to, where it says nothing by
    /// itself: once on a connection, and not to one that shows that it speaks something else.
    ///
    /// @param names what the server shows so far
    /// @return whether something was said
    default boolean knock(EventNames names) {
        return false;
    }

    /// Whether a server that shows nothing of what it speaks is taken for one of these.
    default boolean takesSilence() {
        return false;
    }

    /// [#opened], on a server that shows nothing of what it speaks.
    default void presumed() {
        opened();
    }

    /// The connection is gone, whether this was spoken on it or not.
    void closed();

    void heard(String event, List<@Nullable Object> arguments);

    /// The server answered CONNECT with no. By default that means that it does not know the
    /// namespace.
    default void rejected(LinkEnd.Rejected how) {
        context().notSpoken(true);
    }

    /// The server speaks another dialect, and nothing that this one shows counts any more.
    ///
    /// @return own messages that are not confirmed, as they are shown
    List<Message> standAside();

    /// Takes over own messages that are shown already, and not confirmed.
    void adopt(List<Message> messages);

    /// The chat ends.
    ///
    /// @param why what those learn who wait for an answer
    default void leave(HearthException why) {}

    /// Shows a message as on its way and sends it, at once or when that is possible.
    ///
    /// @param answer gets the message's place in the log; null when nobody asks for it
    void post(PostMessage message, @Nullable CompletableFuture<Accepted> answer);

    /// Has the server do anything other than taking a message.
    default void submit(Command command, CompletableFuture<Accepted> answer) {
        answer.completeExceptionally(unsupported());
    }

    void retry(EntryId id);

    void discard(EntryId id);

    /// Shows `room` from now on: tells what there is of it, and what comes. Said to every dialect,
    /// the spoken one or not; the lobby is always open.
    default void open(RoomId room) {}

    default void older(RoomId room) {
        context().tell(new Event.OlderMessages(room, List.of(), false));
    }

    default void history(HistoryRequest request, CompletableFuture<HistoryPage> answer) {
        answer.completeExceptionally(unsupported());
    }

    default void search(SearchRequest request, CompletableFuture<SearchAnswer> answer) {
        answer.completeExceptionally(unsupported());
    }

    default void typing(RoomId room) {}

    default void read(RoomId room, long seq) {}

    static HearthException unsupported() {
        return new HearthException(ErrorCode.UNSUPPORTED, "This server cannot do that.");
    }
}
