package dev.hearth.cli;

import dev.hearth.client.DialectWish;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// What `hearth` and `hearth join` ask for.
///
/// @param join the chat to join at once: `http` or `https`, host and port, and its path if it has
///   one
/// @param name what others see; empty: what the settings say
/// @param data the data folder; empty: the one of this platform
/// @param arguments what messages to that chat consist of, to be kept with it; empty: as before
/// @param dialect what that chat is to be talked with in, to be kept with it; empty: as before
public record WindowRequest(
        Optional<URI> join,
        Optional<String> name,
        Optional<Path> data,
        Optional<MessageForm> arguments,
        Optional<DialectWish> dialect) {
    public WindowRequest(Optional<URI> join, Optional<String> name, Optional<Path> data) {
        this(join, name, data, Optional.empty(), Optional.empty());
    }
}
