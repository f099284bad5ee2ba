package dev.hearth.ui.shell;

import java.util.function.Consumer;

/// Hands on what a second start of the program asks of the window that is open.
@FunctionalInterface
public interface Visits {
    Visits NONE = window -> {};

    /// @param window may be called on any thread
    void tellTo(Consumer<OpeningWish> window);
}
