package dev.hearth.cli;

import java.nio.file.Path;
import java.util.Optional;

/// What `hearth backup` and `hearth restore` ask for.
///
/// @param file the backup
/// @param force whether what is in the way is replaced: the file, or the chat of the data folder
/// @param data the data folder; empty: the one of this platform
public record BackupRequest(Path file, boolean force, Optional<Path> data) {}
