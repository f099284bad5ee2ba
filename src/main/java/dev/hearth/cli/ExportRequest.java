package dev.hearth.cli;

import java.nio.file.Path;
import java.util.Optional;

/// What `hearth export` asks for.
///
/// @param file where to write; empty: standard output
/// @param data the data folder; empty: the one of this platform
/// @param from the folder of a log; empty: that of the chat hosted from the data folder
public record ExportRequest(
        Format format, Optional<Path> file, Optional<Path> data, Optional<Path> from) {
    /// How a chat is written out.
    public enum Format {
        /// For people, in a terminal or an editor.
        TEXT,
        /// For people, in a browser: one page that needs nothing else.
        HTML,
        /// For programs.
        JSON
    }
}
