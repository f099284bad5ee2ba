package dev.hearth.client;

import dev.hearth.model.EntryId;
import dev.hearth.model.Event;
import dev.hearth.model.ServerKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// How to talk with one family of servers: what to say on entering, what their events mean, and
/// what becomes of one's own messages. It outlives the single connection. Confined to the chat's
/// loop.
sealed interface Dialect permits PlainDialect {
    /// What a dialect may ask of the chat it serves.
    interface Floor {
        void tell(Event event);

        /// The server turned out to be of this kind.
        void recognised(ServerKind kind);

        /// The server says that the chat ends now; the connection closes next.
        void ending();

        /// Whether the connection is open.
        boolean isOpen();

        /// Sends an event over the open connection.
        void emit(String event, Object[] arguments, Consumer<List<@Nullable Object>> acknowledged);

        /// Runs `task` on the loop after `delay`, unless what is returned is run before.
        Runnable after(Duration delay, Runnable task);

        Instant now();
    }

    String namespace();

    /// What the next CONNECT carries.
    Map<String, Object> auth();

    /// What the server is known to be so far.
    ServerKind kind();

    void opened();

    void closed();

    void heard(String event, List<@Nullable Object> arguments);

    /// Shows an own message under `id` and sends it, at once or when the connection opens.
    void send(EntryId id, String text);

    void retry(EntryId id);

    void discard(EntryId id);
}
