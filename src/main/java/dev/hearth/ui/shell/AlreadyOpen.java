package dev.hearth.ui.shell;

import dev.hearth.ui.start.OpenAlready;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// The chats of this window as the start screen sees them.
record AlreadyOpen(OpenChats chats, KnownHosts known) implements OpenAlready {
    @Override
    public boolean show(URI server) {
        Optional<OpenChat> open = chats.at(server);
        open.ifPresent(chats::show);
        return open.isPresent();
    }

    @Override
    public CompletionStage<Optional<URI>> sameHost(URI server) {
        return known.sameHost(server, chats.all().stream().map(OpenChat::server).toList());
    }
}
