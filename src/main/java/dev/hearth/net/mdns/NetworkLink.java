package dev.hearth.net.mdns;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;

/// An interface of this computer and the addresses that it has, at one moment.
///
/// @param index by which the system knows the interface
record NetworkLink(String name, int index, List<Prefix> prefixes) {
    /// An address of this computer, and how many of its bits it shares with its neighbours.
    record Prefix(InetAddress address, int bits) {
        private boolean covers(InetAddress other) {
            byte[] mine = address.getAddress();
            byte[] theirs = other.getAddress();
            if (mine.length != theirs.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if (((mine[bit / 8] ^ theirs[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    NetworkLink {
        prefixes = List.copyOf(prefixes);
    }

    /// Those over which others can be heard.
    static List<NetworkLink> ofThisComputer() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .filter(NetworkLink::isUsable)
                .map(NetworkLink::of)
                .filter(link -> !link.prefixes.isEmpty())
                .toList();
    }

    private static boolean isUsable(NetworkInterface each) {
        try {
            return each.isUp() && each.supportsMulticast() && !each.isLoopback();
        } catch (SocketException _) {
            // It has just gone.
            return false;
        }
    }

    private static NetworkLink of(NetworkInterface each) {
        List<Prefix> prefixes =
                each.getInterfaceAddresses().stream()
                        .map(it -> new Prefix(it.getAddress(), it.getNetworkPrefixLength()))
                        .toList();
        return new NetworkLink(each.getName(), each.getIndex(), prefixes);
    }

    /// Whether `source` is a neighbour on this link.
    boolean sees(InetAddress source) {
        if (source instanceof Inet6Address six && six.isLinkLocalAddress()) {
            return six.getScopeId() == index;
        }
        return prefixes.stream().anyMatch(each -> each.covers(source));
    }

    /// What others on this link are told. Addresses of the link itself, which need the name of an
    /// interface beside them, only where there are no others.
    private List<InetAddress> addresses() {
        List<InetAddress> all = prefixes.stream().map(Prefix::address).toList();
        List<InetAddress> wide = all.stream().filter(each -> !each.isLinkLocalAddress()).toList();
        return wide.isEmpty() ? all : wide;
    }

    /// Where on this link a service of this computer can be reached.
    ///
    /// @param only its one address; empty for all
    List<InetAddress> addresses(Optional<InetAddress> only) {
        return only.map(one -> prefixes.stream().map(Prefix::address).filter(one::equals).toList())
                .orElseGet(this::addresses);
    }

    boolean has(Class<? extends InetAddress> family) {
        return prefixes.stream().anyMatch(each -> family.isInstance(each.address()));
    }
}
