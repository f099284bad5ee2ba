package dev.hearth.ui.fakes;

import dev.hearth.ui.start.OpenAlready;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// No chat is open.
public final class NothingOpen implements OpenAlready {
    @Override
    public boolean show(URI server) {
        return false;
    }

    @Override
    public CompletionStage<Optional<URI>> sameHost(URI server) {
        return CompletableFuture.completedStage(Optional.empty());
    }
}
