package dev.hearth.ui.start;

import static java.util.Objects.requireNonNull;

/// How a person wants to host.
///
/// @param name the host's own name, also in the name of the chat
/// @param port the port to listen on; 0 for any free one
public record HostWish(String name, int port) {
    public HostWish {
        requireNonNull(name);
    }
}
