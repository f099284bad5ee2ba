package dev.hearth.socketio.http;

import java.net.InetAddress;
import java.util.Set;
import java.util.regex.Pattern;

/// What stands in front of a server: proxies that pass its requests on.
///
/// @param path below which they pass them on, with a slash in front and none at the end; empty
///   where they take it off. Requests without it are answered as well: people on the same network
///   come without the proxy
/// @param proxies on other computers, believed about whom they speak for; those on this computer
///   always are
public record Front(String path, Set<InetAddress> proxies) {
    /// A proxy on this computer, or none.
    public static final Front NONE = new Front("", Set.of());

    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

    /// @throws IllegalArgumentException the path is none, or what a browser would change
    public Front {
        if (!path.isEmpty() && !(PATH.matcher(path).matches() && !path.contains("/."))) {
            throw new IllegalArgumentException("not a path: " + path);
        }
        proxies = Set.copyOf(proxies);
    }

    /// The path of a request without what the proxy has before it.
    String below(String asked) {
        return !path.isEmpty() && asked.startsWith(path) && asked.startsWith("/", path.length())
                ? asked.substring(path.length())
                : asked;
    }

    /// Whether the slash is missing, without which a page finds nothing that lies beside it.
    boolean isBare(String asked) {
        return !path.isEmpty() && asked.equals(path);
    }

    public ClientAddress clients() {
        return new ClientAddress(proxies);
    }
}
