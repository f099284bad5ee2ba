package dev.hearth.socketio.http;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whom a request counts for. That is the other end of its connection; for a proxy on this machine,
/// which says so in `X-Forwarded-For` or `Forwarded`, the last address that it names. Loopback
/// without such a header counts for nobody.
public final class ClientAddress {
    private ClientAddress() {}

    /// @return null when it counts for nobody
    public static @Nullable InetAddress of(InetSocketAddress remote, HttpHeaders headers) {
        return of(remote, headers.get("x-forwarded-for"), headers.get("forwarded"));
    }

    /// @param headers names in lower case
    /// @return null when it counts for nobody
    public static @Nullable InetAddress of(InetSocketAddress remote, Map<String, String> headers) {
        return of(remote, headers.get("x-forwarded-for"), headers.get("forwarded"));
    }

    /// A connection whose first request has not come.
    ///
    /// @return null when it counts for nobody
    public static @Nullable InetAddress of(InetSocketAddress remote) {
        InetAddress address = remote.getAddress();
        return address == null || address.isLoopbackAddress() ? null : network(address);
    }

    private static @Nullable InetAddress of(
            InetSocketAddress remote, @Nullable String chain, @Nullable String forwarded) {
        InetAddress address = remote.getAddress();
        if (address == null || !address.isLoopbackAddress()) {
            return address == null
                    ? null
                    : network(address); // a header from elsewhere could say anything
        }
        if (chain != null) {
            return parse(last(chain), address);
        }
        if (forwarded != null) {
            return parse(forwardedFor(last(forwarded)), address);
        }
        return null;
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
