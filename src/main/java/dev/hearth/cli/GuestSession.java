package dev.hearth.cli;

import dev.hearth.client.Chat;
import dev.hearth.client.ChatConnector;
import dev.hearth.client.DialectWish;
import dev.hearth.client.JoinRequest;
import dev.hearth.client.MessageArguments;
import dev.hearth.lan.ServerAddress;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Event;
import java.util.Optional;
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

    /// Without asking for what was written before.
    ///
    /// @throws dev.hearth.model.HearthException BAD_ADDRESS
    static GuestSession to(ChatConnector connector, String address, NameOption name) {
        return to(connector, address, name, Optional.empty(), DialectWish.NONE);
    }

    /// @param dialect how to talk with the server
    /// @param arguments what messages to a plain server consist of; empty: found out
    static GuestSession to(
            ChatConnector connector,
            String address,
            NameOption name,
            Optional<MessageArguments> arguments,
            DialectWish dialect) {
        JoinRequest request = request(address, name).with(JoinRequest.History.NONE).with(dialect);
        return new GuestSession(connector, arguments.map(request::with).orElse(request).asGuest());
    }

    private static JoinRequest request(String address, NameOption name) {
        return new JoinRequest(ServerAddress.parse(address), name.name().orElse(""));
    }

    /// @throws dev.hearth.model.HearthException BAD_ADDRESS
    static GuestSession to(
            ChatConnector connector,
            String address,
            NameOption name,
            JoinRequest.History history,
            DialectWish dialect) {
        return new GuestSession(
                connector, request(address, name).with(history).with(dialect).asGuest());
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
