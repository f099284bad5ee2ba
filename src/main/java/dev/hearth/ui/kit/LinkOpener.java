package dev.hearth.ui.kit;

import java.util.concurrent.CompletionStage;

/// Opens an address (`https:`, `http:`, `mailto:`) in the system's browser or mail program.
@FunctionalInterface
public interface LinkOpener {
    /// Returns at once.
    ///
    /// @return whether something opened it; may complete on any thread
    CompletionStage<Boolean> open(String address);
}
