package dev.hearth.client.connection;

import dev.hearth.client.Chat;
import dev.hearth.client.ChatConnector;
import dev.hearth.client.JoinRequest;
import dev.hearth.client.JoinedFolders;
import dev.hearth.client.dialect.DialectList;
import dev.hearth.model.Event;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Joins chats over Socket.IO. Any thread.
public final class SocketIoConnector implements ChatConnector {
    /// The library writes what it could not read, content and all, to the console. What matters of
    /// it reaches the chat as an event. Held here because loggers are forgotten otherwise.
    private static final Logger LIBRARY = Logger.getLogger("io.socket");

    static {
        LIBRARY.setLevel(Level.SEVERE);
    }

    private final InstantSource clock;
    private final JoinedFolders folders;
    private final DialectList dialects;

    /// Keeps nothing on disk.
    public SocketIoConnector(InstantSource clock) {
        this(clock, JoinedFolders.NONE);
    }

    /// @param folders where what is kept of Hearth hosts lies
    public SocketIoConnector(InstantSource clock, JoinedFolders folders) {
        this(clock, folders, DialectList.all());
    }

    SocketIoConnector(InstantSource clock, JoinedFolders folders, DialectList dialects) {
        this.clock = clock;
        this.folders = folders;
        this.dialects = dialects;
    }

    @Override
    public Chat join(JoinRequest request, Consumer<Event> listener) {
        SocketChat chat = new SocketChat(request, folders, dialects, listener, clock);
        chat.start();
        return chat;
    }
}
