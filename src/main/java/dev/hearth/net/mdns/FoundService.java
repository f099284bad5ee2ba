package dev.hearth.net.mdns;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;

/// A service as one neighbour announced it on one link. All of it is what a stranger says.
///
/// @param label names the instance
/// @param text at most 32 keys in lower case
/// @param addresses at least one, eight at most, none of them of the loopback
/// @param port 1 to 65535
/// @param interfaceName the interface of this computer over which it was heard
public record FoundService(
        String label,
        Map<String, String> text,
        List<InetAddress> addresses,
        int port,
        String interfaceName) {
    public FoundService {
        text = Map.copyOf(text);
        addresses = List.copyOf(addresses);
    }
}
