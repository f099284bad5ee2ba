package dev.hearth.lan;

import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a person types, or copies from somewhere, to say where a chat is: `host`, `host:port`,
/// `host/path`, `http://…`, `https://…`, `ws://…`, `hearth://…`.
public final class ServerAddress {
    /// The port of a Hearth host, and of the tutorial's servers.
    public static final int DEFAULT_PORT = 3000;

    private static final int HIGHEST_PORT = 65_535;

    /// Browsers forgive a missing slash, and so do people.
    private static final Pattern WEB_SCHEME =
            Pattern.compile("^(https?|wss?|hearth):/{0,3}(?=[^/\\d])", Pattern.CASE_INSENSITIVE);

    private static final Pattern ANY_SCHEME = Pattern.compile("^([^:/?#]*)://");
    private static final Pattern AUTHORITY = Pattern.compile("^[^/?#]*");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private ServerAddress() {}

    /// The `http` or `https` address that `typed` means, with its port, and with its path where it
    /// names one. An address without a scheme gets port 3000; `http://` and `https://` keep their
    /// own (80, 443) unless they name one.
    ///
    /// The path begins and ends with a slash; without a path there is no slash either, so that one
    /// place has one address.
    ///
    /// @throws HearthException BAD_ADDRESS, saying what is wrong with it
    public static URI parse(String typed) {
        String text = Tidy.address(typed);
        if (text.isEmpty()) {
            throw bad("Type an address, for example 192.168.1.20 or chat.example.org:3000.");
        }
        return web(text, "");
    }

    /// The same, and nothing where it is no address.
    public static Optional<URI> parsed(String typed) {
        try {
            return Optional.of(parse(typed));
        } catch (HearthException _) {
            return Optional.empty();
        }
    }

    /// Whether two addresses as [#parse] gives them lead to one place, as far as they say: the
    /// names of other computers are not looked up.
    public static boolean isSame(URI one, URI other) {
        return local(one).equals(local(other));
    }

    private static URI local(URI server) {
        return server.getHost().equals("localhost")
                ? URI.create(server.toString().replaceFirst("localhost", "127.0.0.1"))
                : server;
    }

    private static URI web(String typed, String before) {
        String text = typed;
        String scheme = before;
        Matcher web = WEB_SCHEME.matcher(text);
        Matcher any = ANY_SCHEME.matcher(text);
        if (web.find()) {
            // Twice, where somebody pasted an address behind the beginning of another.
            return web(text.substring(web.end()), web.group(1).toLowerCase(Locale.ROOT));
        } else if (any.find()) {
            scheme = any.group(1).toLowerCase(Locale.ROOT);
            text = text.substring(any.end());
        } else if (text.startsWith("//")) {
            text = text.substring(2);
        }
        String httpScheme = httpScheme(scheme);
        Matcher authority = AUTHORITY.matcher(text);
        String place = authority.find() ? authority.group() : "";
        return URI.create(
                httpScheme
                        + "://"
                        + hostAndPort(place, defaultPort(scheme))
                        + ServerPath.parse(text.substring(place.length())));
    }

    private static String httpScheme(String scheme) {
        return switch (scheme) {
            case "", "hearth", "http", "ws" -> "http";
            case "https", "wss" -> "https";
            default ->
                    throw bad(
                            "“"
                                    + scheme
                                    + "://” is not a kind of address Hearth can open. Use http://,"
                                    + " https:// or just host:port.");
        };
    }

    private static int defaultPort(String scheme) {
        return switch (scheme) {
            case "http", "ws" -> 80;
            case "https", "wss" -> 443;
            default -> DEFAULT_PORT;
        };
    }

    private static String hostAndPort(String place, int defaultPort) {
        int at = place.lastIndexOf('@');
        if (at >= 0) {
            throw bad(
                    "Leave out “"
                            + place.substring(0, at + 1)
                            + "”: an address has no user name and no password.");
        }
        if (place.startsWith("[")) {
            return bracketed(place, defaultPort);
        }
        int colon = place.indexOf(':');
        if (colon != place.lastIndexOf(':') && !place.endsWith("::") && place.endsWith(":")) {
            return hostAndPort(place.substring(0, place.length() - 1), defaultPort);
        }
        if (colon != place.lastIndexOf(':')) {
            return Ipv6.bare(place) + ":" + defaultPort;
        }
        String host = colon < 0 ? place : place.substring(0, colon);
        String port = colon < 0 ? "" : place.substring(colon + 1);
        if (host.isEmpty() || (colon < 0 && DIGITS.matcher(host).matches())) {
            throw bad(
                    place.isEmpty()
                            ? "Type where the chat is, for example 192.168.1.20:3000."
                            : "“"
                                    + place
                                    + "” is only a port. Put the computer's address before it, for"
                                    + " example 192.168.1.20:3000.");
        }
        return HostName.check(host) + ":" + port(port, defaultPort);
    }

    private static String bracketed(String place, int defaultPort) {
        int end = place.indexOf(']');
        if (end < 0) {
            throw bad("“" + place + "” has no “]”. Write [2001:db8::1]:3000.");
        }
        String rest = place.substring(end + 1);
        if (!rest.isEmpty() && !rest.startsWith(":")) {
            throw bad("Only a port may come after “]”, as in [2001:db8::1]:3000.");
        }
        String port = rest.isEmpty() ? "" : rest.substring(1);
        return Ipv6.parse(place.substring(1, end)) + ":" + port(port, defaultPort);
    }

    private static int port(String typed, int defaultPort) {
        if (typed.isEmpty()) {
            return defaultPort;
        }
        if (!DIGITS.matcher(typed).matches()) {
            throw bad("“" + typed + "” is not a port: ports are numbers from 1 to 65535.");
        }
        // A number of any length may be typed.
        int port = typed.length() > 9 ? HIGHEST_PORT + 1 : Integer.parseInt(typed);
        if (port == 0 || port > HIGHEST_PORT) {
            throw bad("Port " + typed + " does not exist: ports go from 1 to 65535.");
        }
        return port;
    }

    static HearthException bad(String sentence) {
        return new HearthException(LocalTrouble.BAD_ADDRESS, sentence);
    }
}
