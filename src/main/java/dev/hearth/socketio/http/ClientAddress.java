package dev.hearth.socketio.http;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The address that a request counts for: the other end of its connection, or, where a proxy on
/// this computer has added one of its headers, the last address that the proxy names there. A proxy
/// that names none counts as one client. Loopback without such a header counts for nobody.
public final class ClientAddress {
    private static final String FORWARDED_FOR = "x-forwarded-for";
    private static final String FORWARDED = "forwarded";
    private static final String REAL_IP = "x-real-ip";
    private static final List<String> PROXIED =
            List.of(FORWARDED_FOR, FORWARDED, REAL_IP, "x-forwarded-host", "via");

    private ClientAddress() {}

    /// @return null when it counts for nobody
    public static @Nullable InetAddress of(InetSocketAddress remote, HttpHeaders headers) {
        return of(remote, headers::get);
    }

    /// @param headers names in lower case
    /// @return null when it counts for nobody
    public static @Nullable InetAddress of(InetSocketAddress remote, Map<String, String> headers) {
        return of(remote, headers::get);
    }

    /// A connection whose first request has not come.
    ///
    /// @return null when it counts for nobody
    public static @Nullable InetAddress of(InetSocketAddress remote) {
        InetAddress address = remote.getAddress();
        return address == null || address.isLoopbackAddress() ? null : network(address);
    }

    private static @Nullable InetAddress of(InetSocketAddress remote, Headers headers) {
        InetAddress address = remote.getAddress();
        if (address == null) {
            return null;
        }
        if (!address.isLoopbackAddress()) {
            return network(address); // a header from elsewhere could say anything
        }
        if (PROXIED.stream().allMatch(name -> headers.get(name) == null)) {
            return null;
        }
        return parse(named(headers), address);
    }

    /// @return empty when the proxy names nobody
    private static String named(Headers headers) {
        String chain = headers.get(FORWARDED_FOR);
        if (chain != null) {
            return last(chain);
        }
        String forwarded = headers.get(FORWARDED);
        if (forwarded != null) {
            return forwardedFor(last(forwarded));
        }
        String real = headers.get(REAL_IP);
        return real == null ? "" : real.trim();
    }

    @FunctionalInterface
    private interface Headers {
        @Nullable String get(String name);
    }

    private static String last(String list) {
        return list.substring(list.lastIndexOf(',') + 1).trim();
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
