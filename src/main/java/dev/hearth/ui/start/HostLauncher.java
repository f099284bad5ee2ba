package dev.hearth.ui.start;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// Starts to host chats; implemented by `dev.hearth.app`.
public interface HostLauncher {
    /// Begins to host and returns at once. The stage completes on any thread; a failure is a
    /// [dev.hearth.model.HearthException] with a sentence for a person (PORT_TAKEN, BAD_BIND,
    /// DATA_NOT_WRITABLE, DATA_IN_USE).
    CompletionStage<HostedChat> host(HostWish wish);

    /// What hosting opens again; empty where nothing was said in it yet, and while it is open.
    /// Returns at once; the stage completes on any thread. Where it fails nothing can be told.
    CompletionStage<Optional<EarlierChat>> earlier();
}
