package dev.hearth.ui.chat;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// How others get into this chat.
///
/// @param addresses where they reach it, the best first
/// @param notice a sentence about the address that people should know
/// @param stopHosting ends the chat; present only for a chat hosted here
public record Sharing(
        List<URI> addresses, Optional<String> notice, Optional<Runnable> stopHosting) {
    public Sharing {
        addresses = List.copyOf(addresses);
    }

    boolean isHostedHere() {
        return stopHosting.isPresent();
    }
}
