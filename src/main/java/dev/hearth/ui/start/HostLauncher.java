package dev.hearth.ui.start;

import java.util.concurrent.CompletionStage;

/// Starts to host chats; implemented by `dev.hearth.app`.
@FunctionalInterface
public interface HostLauncher {
    /// Begins to host and returns at once. The stage completes on any thread; a failure is a
    /// [dev.hearth.model.HearthException] with a sentence for a person (PORT_TAKEN, BAD_BIND,
    /// DATA_NOT_WRITABLE, DATA_IN_USE).
    CompletionStage<HostedChat> host(HostWish wish);
}
