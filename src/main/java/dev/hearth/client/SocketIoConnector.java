package dev.hearth.client;

import dev.hearth.model.Event;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
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
    private final Optional<String> secret;

    /// Joins as a guest.
    public SocketIoConnector(InstantSource clock) {
        this(clock, Optional.empty());
    }

    /// @param secret of this installation: each server is shown a key made from it and the server's
    ///   address, by which it knows the same person again, and which is of no use at any other
    ///   server
    public SocketIoConnector(InstantSource clock, Optional<String> secret) {
        this.clock = clock;
        this.secret = secret;
    }

    @Override
    public Chat join(JoinRequest request, Consumer<Event> listener) {
        SocketChat chat = new SocketChat(request, key(request), listener, clock);
        chat.start();
        return chat;
    }

    private Optional<String> key(JoinRequest request) {
        return secret.map(text -> digest(text + "\n" + request.server()));
    }

    private static String digest(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
