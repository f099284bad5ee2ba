package dev.hearth.app;

import dev.hearth.client.JoinedFolders;
import dev.hearth.ui.shell.KnownHosts;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Which host answered where, from what is kept of joined chats. Reads the disk on a thread of its
/// own. Thread-safe.
record JoinedHosts(JoinedFolders folders) implements KnownHosts {
    @Override
    public CompletionStage<Optional<URI>> sameHost(URI server, List<URI> others) {
        return CompletableFuture.supplyAsync(
                () -> find(server, others), Thread::startVirtualThread);
    }

    private Optional<URI> find(URI server, List<URI> others) {
        return folders.hostAt(server)
                .flatMap(
                        host ->
                                others.stream()
                                        .filter(
                                                other ->
                                                        folders.hostAt(other)
                                                                .filter(host::equals)
                                                                .isPresent())
                                        .findFirst());
    }
}
