package dev.hearth.client.connection;

import dev.hearth.client.dialect.Dialect;
import dev.hearth.client.link.ChatLoop;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.EntryId;
import dev.hearth.model.Event;
import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import dev.hearth.model.Message;
import dev.hearth.model.RoomId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
/// visible as not confirmed: their person decides. Where opening it again fails as well, it is
/// tried again; after [#FAILURES] the chat says so and waits for its person. Confined to the loop,
/// but for what says otherwise.
final class GuardedConnection {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedConnection.class);

    /// A chat that fails more often within [#WITHIN] is not helped by opening it once more.
    private static final int FAILURES = 5;

    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final Function<Consumer<Event>, ChatConnection> connections;
    private final ChatLoop loop;
    private final Consumer<Event> listener;
    private final Deque<Long> failures = new ArrayDeque<>();
    private final Set<RoomId> open = new LinkedHashSet<>();

    /// Own messages of connections that failed, until the next one has shown what is kept.
    private final Map<EntryId, Message> unconfirmed = new LinkedHashMap<>();

    private ShownSoFar shown;

    /// Until what is kept is shown, any exception would leave a chat that never connects.
    private boolean starting = true;

    /// How many connections of before are still closing their files.
    private int releasing;

    /// Opening it again was given up, until its person asks for it.
    private boolean stopped;

    private String lastFailure = "";

    private boolean left;

    /// Also read by other threads.
    private volatile ChatConnection current;

    /// @param connections makes one that tells what happens
    GuardedConnection(
            Function<Consumer<Event>, ChatConnection> connections,
            ChatLoop loop,
            Consumer<Event> listener) {
        this.connections = connections;
        this.loop = loop;
        this.listener = listener;
        shown = new ShownSoFar(listener);
        current = connections.apply(shown);
    }

    void start() {
        begin(current, shown);
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
        if (stopped) {
            stopped = false;
            failures.clear();
            recover(lastFailure);
        } else {
            current.reconnectNow();
        }
    }

    void close() {
        left = true;
        if (releasing == 0) {
            current.close();
        }
    }

    /// A task of the loop threw `failure`.
    void failed(Throwable failure) {
        boolean serious = failure instanceof Error || starting;
        if (serious && !left && !stopped) {
            recover(name(failure));
        }
    }

    private static String name(Throwable failure) {
        return failure.getClass().getSimpleName();
    }

    /// @param failure what happened, in a word or two
    private void recover(String failure) {
        lastFailure = failure;
        while (mayTryAgain()) {
            try {
                reopen();
                return;
            } catch (RuntimeException | Error e) {
                LOG.error("A joined chat could not be opened again", e);
                lastFailure = name(e);
            }
        }
        stop();
    }

    private boolean mayTryAgain() {
        long now = System.nanoTime();
        failures.removeIf(at -> now - at > WITHIN.toNanos());
        failures.add(now);
        return failures.size() <= FAILURES;
    }

    private void reopen() {
        starting = true;
        shown.unconfirmed().forEach(each -> unconfirmed.put(each.id(), each));
        shown.end();
        ShownSoFar fresh = new ShownSoFar(listener);
        fresh.accept(
                new Event.Noticed(
                        "This chat failed ("
                                + lastFailure
                                + ") and was opened again from what is kept."));
        ChatConnection next = connections.apply(fresh);
        abandonCurrent();
        shown = fresh;
        current = next;
    }

    private void abandonCurrent() {
        current.abandon(
                failed(") before it was known whether this was done."),
                () -> loop.run(this::released));
        releasing++;
    }

    private HearthException failed(String rest) {
        return new HearthException(
                LocalTrouble.CHAT_FAILED, "This chat failed (" + lastFailure + rest);
    }

    private void released() {
        releasing--;
        if (releasing > 0) {
            return;
        }
        if (left) {
            current.close();
        } else if (!stopped) {
            begin(current, shown);
        }
    }

    private void begin(ChatConnection next, ShownSoFar now) {
        next.start(() -> restored(next, now));
        open.forEach(next::open);
    }

    /// Shows what is not kept on disk once more.
    private void restored(ChatConnection next, ShownSoFar now) {
        List<Message> lost =
                unconfirmed.values().stream().filter(each -> !now.isPending(each.id())).toList();
        lost.forEach(each -> now.accept(new Event.MessageAdded(each)));
        next.dialect().adopt(lost);
        unconfirmed.clear();
        starting = false;
    }

    /// Says that the chat does not go on. What is shown stays.
    private void stop() {
        stopped = true;
        try {
            abandonCurrent();
        } catch (RuntimeException | Error e) {
            LOG.error("What a failed chat held could not be closed", e);
        }
        ConnectionState.Refused refused =
                new ConnectionState.Refused(
                        LocalTrouble.CHAT_FAILED,
                        "This chat failed again and again ("
                                + lastFailure
                                + "). Leave it, and join again.");
        current.stop(refused);
        try {
            listener.accept(new Event.ConnectionChanged(refused));
        } catch (RuntimeException | Error e) {
            LOG.error("The listener of a joined chat failed", e);
        }
    }
}
