package dev.hearth.net.mdns;

import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;

/// A service as it is announced.
///
/// @param type such as `_http._tcp`
/// @param label names this instance of the type on the whole network; what is too long is cut, but
///   never the suffix
/// @param suffix makes it another label than that of a namesake
/// @param port where it listens
/// @param only the one address of this computer where it listens; empty for all
/// @param text what else it says of itself
public record Offer(
        String type,
        String label,
        String suffix,
        int port,
        Optional<InetAddress> only,
        Map<String, String> text) {
    public Offer {
        text = Map.copyOf(text);
    }

    DnsName typeName() {
        return typeName(type);
    }

    DnsName instance() {
        return typeName().child(DnsName.label(label, suffix));
    }

    static DnsName typeName(String type) {
        return DnsName.of((type + ".local").split("\\."));
    }
}
