package dev.hearth.cli;

import dev.hearth.client.Chat;
import dev.hearth.client.ChatConnector;
import dev.hearth.client.JoinRequest;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Event;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A chat joined for the time of one command, as a guest, of whom nothing is kept. Its events wait
/// in a queue, so that a slow terminal holds up nothing. It is left also when a signal ends the
/// program. Thread-safe.
final class GuestSession implements AutoCloseable {
    private static final long GOODBYE_MILLIS = 1_500;

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread onSignal =
            Thread.ofPlatform().name("hearth goodbye").unstarted(this::leave);
    private final Chat chat;

    private GuestSession(ChatConnector connector, JoinRequest request) {
        chat = connector.join(request, this::heard);
        Runtime.getRuntime().addShutdownHook(onSignal);
    }

    static GuestSession of(ChatConnector connector, JoinRequest request) {
        return new GuestSession(connector, request.asGuest());
    }

    private void heard(Event event) {
        events.add(event);
        if (event instanceof Event.ConnectionChanged(ConnectionState.Closed _)) {
            closed.countDown();
        }
    }

    Chat chat() {
        return chat;
    }

    BlockingQueue<Event> events() {
        return events;
    }

    private void leave() {
        chat.close();
        try {
            // A server that does not hear the goodbye goes on waiting: that is its own affair.
            var _ = closed.await(GOODBYE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        leave();
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException _) {
            // A signal is ending the program already.
        }
    }
}
