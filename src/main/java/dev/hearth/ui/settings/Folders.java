package dev.hearth.ui.settings;

import java.nio.file.Path;
import java.util.Optional;

/// Where this program keeps things on this computer; empty where it cannot.
///
/// @param data chats, settings, keys
/// @param logs what went wrong
public record Folders(Optional<Path> data, Optional<Path> logs) {
    public static final Folders NONE = new Folders(Optional.empty(), Optional.empty());
}
