package dev.hearth.cli;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// What `hearth` and `hearth join` ask for.
///
/// @param join the chat to join at once: `http` or `https`, host and port
/// @param name what others see; empty: what the settings say
/// @param data the data folder; empty: the one of this platform
public record WindowRequest(Optional<URI> join, Optional<String> name, Optional<Path> data) {
    public WindowRequest {
        requireNonNull(join);
        requireNonNull(name);
        requireNonNull(data);
    }
}
