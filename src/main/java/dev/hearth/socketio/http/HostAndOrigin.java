package dev.hearth.socketio.http;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The house's [AccessPolicy]. The Host must be an address of this machine, `localhost`, its host
/// name (also with `.local`) or that of an allowed origin: so a page cannot reach the server under
/// a name of its own (DNS rebinding). An Origin must be absent, on loopback with any port, the same
/// host and port as in Host, or allowed by the owner; `null` is refused. Each name that is refused
/// is told to the owner once: behind a proxy it may be the chat's own. Thread-safe.
public final class HostAndOrigin implements AccessPolicy {
    private static final long REFRESH = TimeUnit.SECONDS.toNanos(10);

    /// So many names are told, so that strangers cannot fill the owner's screen.
    private static final int MOST_TOLD = 20;

    private record Known(Set<String> names, long at) {}

    private final Set<Site> allowedOrigins = new HashSet<>();
    private final Set<String> allowedHosts = new HashSet<>();
    private final Consumer<String> refused;
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private volatile Known known;

    /// @param allowed origins such as `https://chat.example`, by the owner's leave
    public HostAndOrigin(Collection<String> allowed) {
        this(allowed, _ -> {});
    }

    /// @param refused told of each origin that is refused, once; on event loops, must not block
    public HostAndOrigin(Collection<String> allowed, Consumer<String> refused) {
        this.refused = refused;
        for (String origin : allowed) {
            Site site = Site.ofOrigin(origin);
            if (site == null) {
                throw new IllegalArgumentException("not an origin: " + origin);
            }
            allowedOrigins.add(site);
            allowedHosts.add(site.host);
        }
        this.known = new Known(namesOfThisMachine(), System.nanoTime());
    }

    @Override
    public boolean allows(@Nullable String host, @Nullable String origin) {
        Site at = host == null ? null : Site.ofHost(host);
        if (at == null || !isKnown(at.host)) {
            return false;
        }
        return origin == null || allowsOrigin(at, origin);
    }

    @Override
    public String refusal(@Nullable String host, @Nullable String origin) {
        Site at = host == null ? null : Site.ofHost(host);
        Site from = origin == null ? at : Site.ofOrigin(origin);
        if (at == null || from == null || !from.isPage()) {
            return "Forbidden";
        }
        String name = origin == null ? from.likelyOrigin() : from.origin();
        if (told.size() < MOST_TOLD && told.add(name)) {
            refused.accept(name);
        }
        return "This chat does not know the name "
                + name
                + ". Its host can allow it: hearth host --allow-origin "
                + name;
    }

    private boolean allowsOrigin(Site at, String origin) {
        Site from = Site.ofOrigin(origin);
        if (from == null) {
            return false;
        }
        if (allowedOrigins.contains(from)) {
            return true;
        }
        return from.isPage()
                && (isLoopback(from.host) || (isOurs(from.host) && from.port == at.port));
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

    /// By hand, as `java.net.URI` knows no host with an underscore, which some machines have.
    ///
    /// @param port 80 or 443 where none is said
    private record Site(String scheme, String host, int port) {
        private static final String AUTHORITY =
                "(\\[[0-9a-f:.]+]|[\\p{L}\\p{N}._-]+)(?::(\\d{1,5}))?";
        private static final Pattern HOST = Pattern.compile(AUTHORITY);
        private static final Pattern ORIGIN =
                Pattern.compile("([a-z][a-z0-9+.-]*)://" + AUTHORITY + "/?");

        static @Nullable Site ofHost(String text) {
            Matcher matcher = HOST.matcher(text.toLowerCase(Locale.ROOT));
            return matcher.matches() ? of("http", matcher.group(1), matcher.group(2)) : null;
        }

        static @Nullable Site ofOrigin(String text) {
            Matcher matcher = ORIGIN.matcher(text.toLowerCase(Locale.ROOT));
            return matcher.matches()
                    ? of(matcher.group(1), matcher.group(2), matcher.group(3))
                    : null;
        }

        boolean isPage() {
            return scheme.equals("http") || scheme.equals("https");
        }

        String origin() {
            String name = host.contains(":") ? "[" + host + "]" : host;
            return scheme + "://" + name + (port == standard(scheme) ? "" : ":" + port);
        }

        /// What a browser most likely says as Origin that says this as Host. Names of their own are
        /// mostly behind TLS.
        String likelyOrigin() {
            boolean secure = port == standard("http") || port == standard("https");
            return new Site(secure ? "https" : "http", host, secure ? standard("https") : port)
                    .origin();
        }

        private static int standard(String scheme) {
            return scheme.equals("https") ? 443 : 80;
        }

        private static Site of(String scheme, String host, @Nullable String port) {
            int standard = standard(scheme);
            return new Site(scheme, plain(host), port == null ? standard : Integer.parseInt(port));
        }
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
