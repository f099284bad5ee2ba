package dev.hearth.ui.start;

/// How a person wants to host.
///
/// @param name the host's own name, also in the name of the chat
/// @param port the port to listen on; 0 for any free one
/// @param announced whether the chat is shown to others on this network by itself
public record HostWish(String name, int port, boolean announced) {}
