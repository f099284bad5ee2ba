package dev.hearth.model;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// Where a connection comes from, as rates and counts per address need it.
///
/// @param address the address; of IPv6 its first 64 bits, of which a household has all the others
/// @param exempt whether nothing is counted per address: this computer itself
public record Origin(String address, boolean exempt) {
    /// This computer, not through a proxy.
    public static final Origin LOCAL = new Origin("local", true);

    private static final int NETWORK_BYTES = 8;

    public static Origin of(InetAddress remote) {
        return remote.isLoopbackAddress() ? LOCAL : new Origin(group(remote), false);
    }

    /// A client of a proxy on this computer: nothing of it is exempt, whatever address it says it
    /// has.
    public static Origin behindProxy(InetAddress client) {
        return new Origin("proxy " + group(client), false);
    }

    /// A client of a proxy on this computer that does not say where its clients come from.
    public static Origin behindProxy() {
        return new Origin("proxy", false);
    }

    private static String group(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                : address.getHostAddress();
    }
}
