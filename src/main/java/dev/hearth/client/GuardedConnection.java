package dev.hearth.client;

import dev.hearth.model.ConnectionState;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Event;
import dev.hearth.model.Message;
import dev.hearth.model.RoomId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The connection of a joined chat, which survives an Error on the chat's loop.
///
/// An `OutOfMemoryError` may have interrupted any line, so nothing that the chat has in memory can
/// be believed after one. Everything is let go of, the listener is told that what is shown is void,
/// and another connection begins with what is kept on disk. Own messages that are not there stay
/// visible as not confirmed: their person decides. Confined to the loop, but for what says
/// otherwise.
final class GuardedConnection {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedConnection.class);

    /// A chat that fails more often within [#WITHIN] is not helped by opening it once more.
    private static final int FAILURES = 5;

    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final Function<Consumer<Event>, ChatConnection> connections;
    private final Consumer<Event> listener;
    private final Deque<Long> failures = new ArrayDeque<>();
    private final Set<RoomId> open = new LinkedHashSet<>();
    private ShownSoFar shown;
    private boolean left;

    /// Also read by other threads.
    private volatile ChatConnection current;

    /// @param connections makes one that tells what happens
    GuardedConnection(
            Function<Consumer<Event>, ChatConnection> connections, Consumer<Event> listener) {
        this.connections = connections;
        this.listener = listener;
        shown = new ShownSoFar(listener);
        current = connections.apply(shown);
    }

    void start() {
        current.start();
    }

    /// Any thread.
    ConnectionState state() {
        return current.state();
    }

    /// Any thread.
    Dialect dialect() {
        return current.dialect();
    }

    void open(RoomId room) {
        open.add(room);
        current.open(room);
    }

    void reconnectNow() {
        current.reconnectNow();
    }

    void close() {
        left = true;
        current.close();
    }

    /// An Error befell a task of the loop.
    void failed(Error failure) {
        if (left) {
            return;
        }
        long now = System.nanoTime();
        failures.removeIf(at -> now - at > WITHIN.toNanos());
        failures.add(now);
        String name = failure.getClass().getSimpleName();
        if (failures.size() > FAILURES) {
            current.refuse(
                    ErrorCode.CLOSED,
                    "This chat failed again and again (" + name + "). Leave it, and join again.");
            return;
        }
        ShownSoFar before = shown;
        List<Message> unconfirmed = before.end();
        shown = new ShownSoFar(listener);
        shown.accept(
                new Event.Noticed(
                        "This chat failed (" + name + ") and was opened again from what is kept."));
        ChatConnection old = current;
        ChatConnection next = connections.apply(shown);
        current = next;
        letGo(old, () -> begin(next, unconfirmed));
    }

    private void begin(ChatConnection next, List<Message> unconfirmed) {
        if (left) {
            return;
        }
        ShownSoFar now = shown;
        next.start(
                () -> {
                    List<Message> lost =
                            unconfirmed.stream().filter(each -> !now.isPending(each.id())).toList();
                    lost.forEach(each -> now.accept(new Event.MessageAdded(each)));
                    next.dialect().adopt(lost);
                });
        open.forEach(next::open);
    }

    private static void letGo(ChatConnection old, Runnable then) {
        try {
            old.abandon(then);
        } catch (RuntimeException e) {
            LOG.warn("What a failed chat held could not be closed", e);
            then.run();
        }
    }
}
