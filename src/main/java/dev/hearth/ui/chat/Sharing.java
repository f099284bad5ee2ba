package dev.hearth.ui.chat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// How others get into this chat.
///
/// @param reachable where they reach it now, the best first: a laptop goes from one network to
///   another
/// @param notice a sentence about the address that people should know
/// @param stopHosting ends the chat; present only for a chat hosted here
public record Sharing(
        Supplier<List<URI>> reachable, Optional<String> notice, Optional<Runnable> stopHosting) {
    List<URI> addresses() {
        return List.copyOf(reachable.get());
    }

    boolean isHostedHere() {
        return stopHosting.isPresent();
    }
}
