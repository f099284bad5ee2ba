package dev.hearth.ui.shell;

import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import dev.hearth.ui.start.EarlierChat;
import dev.hearth.ui.start.HostLauncher;
import dev.hearth.ui.start.HostWish;
import dev.hearth.ui.start.HostedChat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Hosts for a window, one chat at a time. FX thread only.
record OneHost(HostLauncher hosts, OpenChats chats) implements HostLauncher {
    @Override
    public CompletionStage<HostedChat> host(HostWish wish) {
        return chats.hosted().isEmpty()
                ? hosts.host(wish)
                : CompletableFuture.failedStage(
                        new HearthException(
                                LocalTrouble.HOSTS_ALREADY,
                                "You are hosting a chat in this window already. Stop hosting it"
                                        + " first, or go back to it and share its address."));
    }

    @Override
    public CompletionStage<Optional<EarlierChat>> earlier() {
        return chats.hosted().isEmpty()
                ? hosts.earlier()
                : CompletableFuture.completedStage(Optional.empty());
    }
}
