package dev.hearth.ui.start;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// The chats that are open already. FX thread only.
public interface OpenAlready {
    /// Shows the chat that is open at an address.
    ///
    /// @return whether there is one
    boolean show(URI server);

    /// Where a chat is open with the host that answered last at `server`, under another address.
    /// Completes on any thread.
    CompletionStage<Optional<URI>> sameHost(URI server);
}
