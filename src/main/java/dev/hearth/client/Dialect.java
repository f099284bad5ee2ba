package dev.hearth.client;

import dev.hearth.model.ConnectionState;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// How to talk with one family of servers: what to say on entering, what their events mean, and
/// what becomes of one's own messages. It outlives the single connection. Confined to the chat's
/// loop.
sealed interface Dialect permits HearthDialect, PlainDialect {
    /// What a dialect may ask of the chat it serves.
    interface Floor {
        void tell(Event event);

        /// The connection, which is open, stands like this.
        void become(ConnectionState state);

        /// The server speaks this dialect.
        void recognised();

        /// The server does not speak this dialect; another is tried.
        ///
        /// @param surely whether it said so; else it said nothing
        void notSpoken(boolean surely);

        /// Ends the connection: trying again by itself would not help.
        void refuse(ErrorCode code, String sentence);

        /// Ends the connection, to try again later.
        void giveUp(String reason);

        /// The server says that the chat ends now; the connection closes next.
        void ending();

        /// Whether the connection is open.
        boolean isOpen();

        /// Sends an event over the open connection.
        void emit(String event, Object[] arguments, Consumer<List<@Nullable Object>> acknowledged);

        /// The same without asking for an answer.
        void say(String event, Object... arguments);

        /// Reads how the server's own page sends a message.
        ///
        /// @param found is run once, on the loop, with what the page says, if anything
        void readPage(Consumer<Optional<MessageArguments>> found);

        /// Runs `task` on the loop after `delay`, unless what is returned is run before.
        Runnable after(Duration delay, Runnable task);

        Instant now();
    }

    String namespace();

    /// What the next CONNECT carries.
    Map<String, Object> auth();

    /// What is added to the address for the server to see before CONNECT.
    default String query() {
        return "";
    }

    void opened();

    void closed();

    void heard(String event, List<@Nullable Object> arguments);

    void retry(EntryId id);

    void discard(EntryId id);
}
