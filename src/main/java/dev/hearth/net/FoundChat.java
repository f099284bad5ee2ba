package dev.hearth.net;

import java.net.URI;
import java.util.List;

/// A chat that somebody on a network of this computer announces. Nothing of it is proved before it
/// is joined.
///
/// @param id by which its members know it; what is heard over several interfaces is one chat
/// @param name on one line, safe to show
/// @param people how many are in it
/// @param addresses where it is, the best guess first; at least one
public record FoundChat(String id, String name, int people, List<URI> addresses) {
    public FoundChat {
        addresses = List.copyOf(addresses);
    }
}
