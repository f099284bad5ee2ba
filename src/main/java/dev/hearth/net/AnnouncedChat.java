package dev.hearth.net;

import java.net.InetAddress;
import java.util.Optional;

/// What a host tells everybody on its networks.
///
/// @param id by which members know the chat
/// @param only the one address of this computer where it listens; empty for all
/// @param people how many are in it now
public record AnnouncedChat(
        String id, String name, int port, Optional<InetAddress> only, int people) {
    /// The same, as it is called now, and with so many in it.
    public AnnouncedChat now(String newName, int count) {
        return new AnnouncedChat(id, newName, port, only, count);
    }
}
