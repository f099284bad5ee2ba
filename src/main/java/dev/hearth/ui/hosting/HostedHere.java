package dev.hearth.ui.hosting;

import java.net.URI;
import java.util.List;

/// A chat that this window hosts.
///
/// @param addresses where others reach it, the best first
/// @param stop asks, and ends the chat for everyone
public record HostedHere(HostDesk desk, List<URI> addresses, Runnable stop) {
    public HostedHere {
        addresses = List.copyOf(addresses);
    }
}
