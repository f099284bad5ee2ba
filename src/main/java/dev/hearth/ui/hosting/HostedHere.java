package dev.hearth.ui.hosting;

import java.net.URI;
import java.util.List;

/// A chat that this window hosts.
///
/// @param addresses where others reach it, the best first
/// @param dialog asks for files to write
/// @param stop asks, and ends the chat for everyone
public record HostedHere(HostDesk desk, List<URI> addresses, SaveDialog dialog, Runnable stop) {
    public HostedHere {
        addresses = List.copyOf(addresses);
    }
}
