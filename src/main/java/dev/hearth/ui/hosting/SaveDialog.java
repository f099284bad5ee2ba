package dev.hearth.ui.hosting;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks a person for a file to write, as the system does it; a file that is there it asks about.
@FunctionalInterface
public interface SaveDialog {
    /// A kind of file.
    ///
    /// @param name as people call it
    /// @param extension without a dot
    record Kind(String name, String extension) {}

    /// Waits for the answer, while the window goes on.
    ///
    /// @param name what is proposed
    /// @param kinds what can be chosen from, the first unless another is
    /// @return empty when they want none
    Optional<Path> ask(String title, String name, List<Kind> kinds);
}
