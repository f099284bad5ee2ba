package dev.hearth.ui.shell;

import dev.hearth.ui.start.HostWish;
import java.util.Optional;

/// What the window does first.
public sealed interface OpeningWish {
    /// Shows the start screen.
    record Start() implements OpeningWish {}

    /// Hosts at once.
    record Host(HostWish wish) implements OpeningWish {}

    /// Joins at once.
    ///
    /// @param address as a person types it
    /// @param name empty for the name that is remembered
    record Join(String address, Optional<String> name) implements OpeningWish {}
}
