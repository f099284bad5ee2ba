package dev.hearth.lan;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where this computer can be reached. Stateless; reads the system's interfaces at each call, which
/// takes milliseconds.
public final class LocalAddresses {
    /// Interfaces of containers and virtual machines: nobody outside reaches them.
    private static final Pattern INNER =
            Pattern.compile(
                    "^(docker|br-|veth|virbr|vmnet|vboxnet|lxc|lxd|podman|cni|flannel|cali|kube"
                            + "|utun|awdl|llw|bridge|vethernet).*");

    private static final Pattern LITERAL = Pattern.compile("[\\d.]+|\\[.*\\]");

    /// One address of an interface, or one that is reached over it.
    public record Candidate(InetAddress address, String interfaceName) {
        private boolean isInner() {
            return INNER.matcher(interfaceName.toLowerCase(Locale.ROOT)).matches();
        }

        private boolean isUsable() {
            return !address.isLinkLocalAddress()
                    && !address.isAnyLocalAddress()
                    && !address.isMulticastAddress();
        }
    }

    /// The address that is most likely to work for another computer comes first.
    public static final Comparator<Candidate> BEST_FIRST =
            Comparator.<Candidate, Boolean>comparing(each -> each.address().isLoopbackAddress())
                    .thenComparing(Candidate::isInner)
                    .thenComparing(each -> each.address() instanceof Inet6Address)
                    .thenComparing(each -> !isLan(each.address()));

    private LocalAddresses() {}

    /// Every address at which a server that listens at `bind` can be reached, the best to share
    /// first and loopback last.
    ///
    /// @param bind empty or a wildcard for all addresses of this computer
    public static List<URI> reachable(Optional<InetAddress> bind, int port) {
        return urls(ordered(bind, candidates()), port);
    }

    /// The same without loopback, unless that is all there is.
    public static List<URI> shareable(Optional<InetAddress> bind, int port) {
        List<InetAddress> all = ordered(bind, candidates());
        List<InetAddress> others =
                all.stream().filter(address -> !address.isLoopbackAddress()).toList();
        return urls(others.isEmpty() ? all : others, port);
    }

    /// Whether `server` is this computer as it calls itself: others who go there meet themselves.
    public static boolean isLoopback(URI server) {
        return literal(server).map(InetAddress::isLoopbackAddress).orElse(false)
                || "localhost".equals(server.getHost());
    }

    /// Whether `server` is an address that works on its own network only. Names are not looked up.
    public static boolean isOfLan(URI server) {
        return literal(server)
                .filter(address -> isLan(address) || address.isLinkLocalAddress())
                .isPresent();
    }

    private static Optional<InetAddress> literal(URI server) {
        String host = server.getHost();
        if (host == null || !LITERAL.matcher(host).matches()) {
            return Optional.empty();
        }
        String bare = host.replaceAll("[\\[\\]]|%.*", "");
        try {
            return Optional.of(InetAddress.ofLiteral(bare));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean isLan(InetAddress address) {
        // fc00::/7 is to IPv6 what 192.168 and its like are to IPv4.
        return address.isSiteLocalAddress()
                || (address instanceof Inet6Address && (address.getAddress()[0] & 0xFE) == 0xFC);
    }

    static List<InetAddress> ordered(Optional<InetAddress> bind, List<Candidate> candidates) {
        if (bind.isPresent() && !bind.get().isAnyLocalAddress()) {
            return List.of(bind.get());
        }
        List<InetAddress> addresses = new ArrayList<>();
        boolean loopback = false;
        for (Candidate each : candidates.stream().sorted(BEST_FIRST).toList()) {
            // One loopback address is enough: ::1 leads to the same place.
            boolean again = loopback && each.address().isLoopbackAddress();
            if (each.isUsable() && !again) {
                loopback |= each.address().isLoopbackAddress();
                addresses.add(each.address());
            }
        }
        return addresses.isEmpty() ? List.of(InetAddress.getLoopbackAddress()) : addresses;
    }

    private static List<Candidate> candidates() {
        try {
            List<Candidate> found = new ArrayList<>();
            for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
                if (each.isUp()) {
                    each.inetAddresses()
                            .forEach(address -> found.add(new Candidate(address, each.getName())));
                }
            }
            return found;
        } catch (SocketException e) {
            return List.of();
        }
    }

    private static List<URI> urls(List<InetAddress> addresses, int port) {
        return addresses.stream().map(address -> url(address, port)).toList();
    }

    /// The `http` address of a server at `address`.
    public static URI url(InetAddress address, int port) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        String plain = zone < 0 ? text : text.substring(0, zone);
        return URI.create(
                "http://"
                        + (address instanceof Inet6Address six ? "[" + shortest(six) + "]" : plain)
                        + ":"
                        + port);
    }

    /// The longest run of zero groups as `::` (RFC 5952, section 4.2).
    static String shortest(Inet6Address address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        List<String> groups =
                Stream.generate(() -> Integer.toHexString(bytes.getShort() & 0xFFFF))
                        .limit(8)
                        .toList();
        int best = 0;
        int length = 1;
        for (int from = 0; from < 8; from++) {
            int to = from;
            while (to < 8 && groups.get(to).equals("0")) {
                to++;
            }
            if (to - from > length) {
                best = from;
                length = to - from;
            }
        }
        return length == 1
                ? String.join(":", groups)
                : String.join(":", groups.subList(0, best))
                        + "::"
                        + String.join(":", groups.subList(best + length, 8));
    }
}
