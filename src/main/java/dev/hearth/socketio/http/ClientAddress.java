package dev.hearth.socketio.http;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The address that a request counts for: the other end of its connection, or, where a proxy on
/// this computer or one that the owner trusts has added one of its headers, the last address there
/// that is no such proxy. A proxy that names none counts as one client. Loopback without such a
/// header counts for nobody. Immutable.
public final class ClientAddress {
    private static final String FORWARDED_FOR = "x-forwarded-for";
    private static final String FORWARDED = "forwarded";
    private static final String REAL_IP = "x-real-ip";

    /// One behind the other.
    private static final int MOST_PROXIES = 8;

    private static final List<String> PROXIED =
            List.of(FORWARDED_FOR, FORWARDED, REAL_IP, "x-forwarded-host", "via");

    private final Set<InetAddress> proxies;

    /// @param proxies on other computers that are believed
    public ClientAddress(Set<InetAddress> proxies) {
        this.proxies = Set.copyOf(proxies);
    }

    /// @return null when it counts for nobody
    public @Nullable InetAddress of(InetSocketAddress remote, HttpHeaders headers) {
        return of(
                remote,
                name -> {
                    // A proxy that adds a line of its own has the last word.
                    List<String> lines = headers.getAll(name);
                    return lines.isEmpty() ? null : String.join(",", lines);
                });
    }

    /// @param headers names in lower case
    /// @return null when it counts for nobody
    public @Nullable InetAddress of(InetSocketAddress remote, Map<String, String> headers) {
        return of(remote, headers::get);
    }

    /// A connection whose first request has not come.
    ///
    /// @return null when it counts for nobody
    public @Nullable InetAddress of(InetSocketAddress remote) {
        InetAddress address = remote.getAddress();
        return address == null || isProxy(address) ? null : network(address);
    }

    /// Whether a proxy stands between a connection's other end and `client`, for whom it counts.
    public static boolean isProxied(InetSocketAddress remote, InetAddress client) {
        InetAddress address = remote.getAddress();
        return address.isLoopbackAddress() || !client.equals(network(address));
    }

    private boolean isProxy(InetAddress address) {
        return address.isLoopbackAddress() || proxies.contains(address);
    }

    private @Nullable InetAddress of(InetSocketAddress remote, Headers headers) {
        InetAddress address = remote.getAddress();
        if (address == null) {
            return null;
        }
        if (!isProxy(address)) {
            return network(address); // a header from elsewhere could say anything
        }
        if (PROXIED.stream().allMatch(name -> headers.get(name) == null)) {
            return address.isLoopbackAddress() ? null : network(address);
        }
        return named(headers, address);
    }

    private InetAddress named(Headers headers, InetAddress proxy) {
        String chain = headers.get(FORWARDED_FOR);
        if (chain != null) {
            return last(chain, UnaryOperator.identity(), proxy);
        }
        String forwarded = headers.get(FORWARDED);
        if (forwarded != null) {
            return last(forwarded, ClientAddress::forwardedFor, proxy);
        }
        String real = headers.get(REAL_IP);
        return parse(real == null ? "" : real.trim(), proxy);
    }

    @FunctionalInterface
    private interface Headers {
        @Nullable String get(String name);
    }

    /// The last in the list that is no trusted proxy: what stands before it anybody may have said.
    private InetAddress last(String list, UnaryOperator<String> address, InetAddress proxy) {
        int end = list.length();
        for (int hops = 0; hops < MOST_PROXIES; hops++) {
            int comma = list.lastIndexOf(',', end - 1);
            String text = address.apply(list.substring(comma + 1, end).trim());
            InetAddress found = parse(text, proxy);
            if (comma < 0 || !proxies.contains(found)) {
                return found;
            }
            end = comma;
        }
        return proxy;
    }

    /// RFC 7239, section 4.
    private static String forwardedFor(String element) {
        for (String pair : element.split(";", 20)) {
            String trimmed = pair.trim();
            if (trimmed.regionMatches(true, 0, "for=", 0, 4)) {
                return trimmed.substring(4).replace("\"", "");
            }
        }
        return "";
    }

    /// What is no address, `unknown` for example, counts for the proxy as a whole.
    private static InetAddress parse(String text, InetAddress proxy) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(withoutPort(text));
        try {
            return bytes == null ? proxy : network(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            return proxy;
        }
    }

    /// A subscriber has at least 64 bits of a global IPv6 address to choose from: they count as
    /// one.
    private static InetAddress network(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean global = bytes.length == 16 && (bytes[0] & 0xe0) == 0x20;
        if (!global) {
            return address;
        }
        try {
            return InetAddress.getByAddress(
                    java.util.Arrays.copyOf(java.util.Arrays.copyOf(bytes, 8), 16));
        } catch (UnknownHostException e) {
            return address;
        }
    }

    private static String withoutPort(String text) {
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            return end < 0 ? text : text.substring(1, end);
        }
        int colon = text.indexOf(':');
        return colon >= 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
    }
}
