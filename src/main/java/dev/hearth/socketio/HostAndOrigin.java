package dev.hearth.socketio;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The house's [AccessPolicy]. The Host must be an address of this machine, `localhost`, its host
/// name (also with `.local`) or that of an allowed origin: so a page cannot reach the server under
/// a name of its own (DNS rebinding). An Origin must be absent, on loopback with any port, the same
/// host and port as in Host, or allowed by the owner; `null` is refused. Thread-safe.
public final class HostAndOrigin implements AccessPolicy {
    private static final long REFRESH = TimeUnit.SECONDS.toNanos(10);

    private record Known(Set<String> names, long at) {}

    private final Set<String> allowedOrigins = new HashSet<>();
    private final Set<String> allowedHosts = new HashSet<>();
    private volatile Known known;

    /// @param allowed origins such as `https://chat.example`, by the owner's leave
    public HostAndOrigin(Collection<String> allowed) {
        for (String origin : allowed) {
            URI uri = parse(origin);
            if (uri == null) {
                throw new IllegalArgumentException("not an origin: " + origin);
            }
            allowedOrigins.add(text(uri));
            allowedHosts.add(plain(uri.getHost()));
        }
        this.known = new Known(namesOfThisMachine(), System.nanoTime());
    }

    @Override
    public boolean allows(@Nullable String host, @Nullable String origin) {
        URI at = host == null ? null : parse("http://" + host);
        if (at == null || at.getRawUserInfo() != null || !isKnown(plain(at.getHost()))) {
            return false;
        }
        return origin == null || allowsOrigin(at, origin);
    }

    private boolean allowsOrigin(URI host, String origin) {
        URI uri = parse(origin);
        if (uri == null) {
            return false;
        }
        String name = plain(uri.getHost());
        return allowedOrigins.contains(text(uri))
                || isLoopback(name)
                || (isOurs(name) && port(uri) == port(host));
    }

    private boolean isKnown(String name) {
        return isLoopback(name) || allowedHosts.contains(name) || isOurs(name);
    }

    private static boolean isLoopback(String name) {
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.equals("0:0:0:0:0:0:0:1")
                || name.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    /// A laptop changes its addresses while the server runs.
    private boolean isOurs(String name) {
        Known now = known;
        if (now.names.contains(name)) {
            return true;
        }
        if (System.nanoTime() - now.at < REFRESH) {
            return false;
        }
        Known fresh = new Known(namesOfThisMachine(), System.nanoTime());
        known = fresh;
        return fresh.names.contains(name);
    }

    private static Set<String> namesOfThisMachine() {
        Set<String> names = new TreeSet<>();
        try {
            NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .forEach(address -> names.add(plain(address.getHostAddress())));
        } catch (SocketException e) {
            names.add("localhost"); // no network: loopback is allowed anyway
        }
        try {
            String name = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
            names.add(name);
            int dot = name.indexOf('.');
            names.add((dot < 0 ? name : name.substring(0, dot)) + ".local");
        } catch (UnknownHostException e) {
            names.add("localhost"); // a machine without a name
        }
        return names;
    }

    private static @Nullable URI parse(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() == null || uri.getScheme() == null ? null : uri;
        } catch (java.net.URISyntaxException e) {
            return null;
        }
    }

    private static String text(URI uri) {
        return uri.getScheme().toLowerCase(Locale.ROOT)
                + "://"
                + plain(uri.getHost())
                + ":"
                + port(uri);
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0
                ? uri.getPort()
                : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    /// Lower case, IPv6 without brackets and zone.
    private static String plain(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.startsWith("[") && name.endsWith("]")) {
            name = name.substring(1, name.length() - 1);
        }
        int zone = name.indexOf('%');
        if (zone >= 0) {
            name = name.substring(0, zone);
        }
        if (!name.contains(":")) {
            return name;
        }
        try {
            return InetAddress.getByName(name).getHostAddress(); // one spelling for IPv6
        } catch (UnknownHostException e) {
            return name;
        }
    }
}
