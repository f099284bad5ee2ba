package dev.hearth.app;

import dev.hearth.client.Chat;
import dev.hearth.client.ChatConnector;
import dev.hearth.client.JoinRequest;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Event;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Joins chats, and knows which have not said goodbye yet: a program that ends before they have
/// would stay visible to others for as long as a server waits. Thread-safe.
final class ClosingChats implements ChatConnector {
    private final ChatConnector connector;
    private final Set<CountDownLatch> open = ConcurrentHashMap.newKeySet();

    ClosingChats(ChatConnector connector) {
        this.connector = connector;
    }

    @Override
    public Chat join(JoinRequest request, Consumer<Event> listener) {
        CountDownLatch left = new CountDownLatch(1);
        open.add(left);
        return connector.join(
                request,
                event -> {
                    listener.accept(event);
                    if (event instanceof Event.ConnectionChanged(ConnectionState.Closed _)) {
                        left.countDown();
                        open.remove(left);
                    }
                });
    }

    /// Waits until every chat that was closed has said goodbye, at most `patience`.
    void await(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (CountDownLatch left : open) {
                if (!left.await(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
