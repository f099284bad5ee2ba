package dev.hearth.cli;

import java.nio.file.Path;
import java.util.Optional;

/// What `hearth token` asks for.
///
/// @param name of the program that gets a token, or loses it; empty: which programs have one
/// @param revoke whether its token is taken back
/// @param data the data folder; empty: the one of this platform
public record TokenRequest(Optional<String> name, boolean revoke, Optional<Path> data) {}
