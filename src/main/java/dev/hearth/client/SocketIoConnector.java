package dev.hearth.client;

import dev.hearth.model.Event;
import java.time.InstantSource;
import java.util.function.Consumer;

/// Joins chats over Socket.IO. Any thread.
public final class SocketIoConnector implements ChatConnector {
    private final InstantSource clock;

    public SocketIoConnector(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Chat join(JoinRequest request, Consumer<Event> listener) {
        SocketChat chat = new SocketChat(request, listener, clock);
        chat.start();
        return chat;
    }
}
