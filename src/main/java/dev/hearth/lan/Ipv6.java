package dev.hearth.lan;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An IPv6 address as it was typed. Stateless, but for this computer's interfaces, of which an
/// address of the local link names one.
final class Ipv6 {
    /// What [java.net.URI] takes as an interface.
    private static final Pattern PLAIN_INTERFACE = Pattern.compile("[A-Za-z0-9_.]+");

    /// In a URL the percent sign may be written `%25` (RFC 6874).
    private static final String ENCODED_PERCENT = "25";

    private static final Pattern MAYBE_PORT = Pattern.compile("(.*[^:]):(\\d{4,5})");

    private Ipv6() {}

    /// One without brackets, after which no port can be told from the address.
    static String bare(String typed) {
        Matcher port = MAYBE_PORT.matcher(typed);
        if (port.matches() && read(port.group(1)).isPresent()) {
            throw ServerAddress.bad(
                    "Is "
                            + port.group(2)
                            + " the port? Then write ["
                            + port.group(1)
                            + "]:"
                            + port.group(2)
                            + ", else ["
                            + typed
                            + "].");
        }
        return parse(typed);
    }

    /// As it stands in a URL: in brackets, in its shortest form. One that stands for an IPv4
    /// address becomes that.
    static String parse(String typed) {
        int percent = typed.indexOf('%');
        String text = percent < 0 ? typed : typed.substring(0, percent);
        InetAddress address =
                read(text)
                        .orElseThrow(
                                () ->
                                        ServerAddress.bad(
                                                "“"
                                                        + typed
                                                        + "” is not an IPv6 address. Try [2001:db8::1]:3000."));
        if (!(address instanceof Inet6Address six)) {
            return address.getHostAddress();
        }
        String shortest = LocalAddresses.shortest(six);
        if (!address.isLinkLocalAddress()) {
            // Only on the local link does an address need its interface.
            return "[" + shortest + "]";
        }
        if (percent < 0 || percent == typed.length() - 1) {
            throw ServerAddress.bad(
                    "“"
                            + typed
                            + "” is an address of one network only. Add the interface of this"
                            + " computer that leads there, for example ["
                            + shortest
                            + "%eth0]:3000.");
        }
        return "[" + shortest + "%" + zone(typed.substring(percent + 1)) + "]";
    }

    private static Optional<InetAddress> read(String text) {
        try {
            return text.contains(":") && !text.contains("%")
                    ? Optional.of(InetAddress.ofLiteral(text))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String zone(String typed) {
        NetworkInterface found =
                find(typed)
                        .or(
                                () ->
                                        typed.startsWith(ENCODED_PERCENT)
                                                ? find(typed.substring(ENCODED_PERCENT.length()))
                                                : Optional.empty())
                        .orElseThrow(
                                () ->
                                        ServerAddress.bad(
                                                "This computer has no network interface called “"
                                                        + typed
                                                        + "”."));
        return PLAIN_INTERFACE.matcher(found.getName()).matches()
                ? found.getName()
                : Integer.toString(found.getIndex());
    }

    private static Optional<NetworkInterface> find(String zone) {
        try {
            NetworkInterface named = NetworkInterface.getByName(zone);
            return named != null
                            || zone.length() > 9
                            || !zone.chars().allMatch(c -> c >= '0' && c <= '9')
                    ? Optional.ofNullable(named)
                    : Optional.ofNullable(
                            zone.isEmpty()
                                    ? null
                                    : NetworkInterface.getByIndex(Integer.parseInt(zone)));
        } catch (SocketException _) {
            return Optional.empty();
        }
    }
}
