package dev.hearth.ui.start;

import dev.hearth.client.JoinRequest.HostToken;
import dev.hearth.ui.hosting.HostDesk;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/// A chat this program hosts. Any thread.
public interface HostedChat {
    /// Where this computer's own person joins it: a loopback address.
    URI localAddress();

    /// Where others reach it, the best guess first: `http` addresses with a port.
    List<URI> shareAddresses();

    /// A sentence on what came out differently than wished: “Port 3000 was taken, using 3001.”
    Optional<String> notice();

    /// The token that makes its holder the owner of this chat; for this computer's own person only.
    Optional<HostToken> ownerToken();

    /// What its person sees of it, and does with it, beside being a member.
    HostDesk desk();

    /// Has what happens to the chat's log told, what has happened already first: in a sentence, and
    /// whether that goes on until something else is told. On any thread.
    void onTrouble(BiConsumer<String, Boolean> told);

    /// Stops hosting, which ends the chat for everyone. Idempotent; completes when the port is free
    /// again.
    CompletionStage<Void> stop();
}
