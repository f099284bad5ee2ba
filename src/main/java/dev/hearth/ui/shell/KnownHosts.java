package dev.hearth.ui.shell;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Which host answers where, as far as this computer has seen. Returns at once; any thread.
@FunctionalInterface
public interface KnownHosts {
    /// Where nothing is kept of hosts.
    KnownHosts NONE = (server, others) -> CompletableFuture.completedStage(Optional.empty());

    /// The first of `others` at which the host answered last that did so at `server`.
    CompletionStage<Optional<URI>> sameHost(URI server, List<URI> others);
}
