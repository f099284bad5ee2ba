package dev.hearth.gateway;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One connection to `/hearth`. Thread-safe.
final class HearthConnection {
    private final CompletableFuture<Boolean> entering = new CompletableFuture<>();
    private final Optional<String> nonce;
    private volatile String toldName = "";
    private volatile @Nullable Asker asker;

    /// @param nonce what the client wants signed
    HearthConnection(Optional<String> nonce) {
        this.nonce = nonce;
    }

    Optional<String> nonce() {
        return nonce;
    }

    /// The greeting called the chat so.
    void told(String chatName) {
        toldName = chatName;
    }

    /// What the greeting called the chat.
    String toldName() {
        return toldName;
    }

    /// @param patience after which `late` runs, unless somebody has entered or gone
    void await(Duration patience, Runnable late) {
        var _ =
                entering.completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
                        .thenAccept(
                                done -> {
                                    if (!done) {
                                        late.run();
                                    }
                                });
    }

    /// Whoever it is; null until the host has said welcome.
    @Nullable Asker asker() {
        return asker;
    }

    void entered(Asker somebody) {
        asker = somebody;
        entering.complete(true);
    }

    void ended() {
        entering.complete(true);
    }
}
