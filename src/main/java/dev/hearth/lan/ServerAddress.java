package dev.hearth.lan;

import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/// What a person types to say where a chat is: `host`, `host:port`, `http://…`, `https://…`,
/// `ws://…`, `hearth://…`.
public final class ServerAddress {
    /// The port of a Hearth host, and of the tutorial's servers.
    public static final int DEFAULT_PORT = 3000;

    private ServerAddress() {}

    /// The `http` or `https` address that `typed` means, with its port and without a path. An
    /// address without a scheme gets port 3000; `http://` and `https://` keep their own (80, 443)
    /// unless they name one.
    ///
    /// @throws HearthException BAD_ADDRESS, saying what is wrong with it
    public static URI parse(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            throw bad("Type an address, for example 192.168.1.20 or chat.example.org:3000.");
        }
        int schemeEnd = text.indexOf("://");
        String scheme =
                schemeEnd < 0 ? "hearth" : text.substring(0, schemeEnd).toLowerCase(Locale.ROOT);
        String rest = schemeEnd < 0 ? text : text.substring(schemeEnd + 3);
        String httpScheme =
                switch (scheme) {
                    case "hearth", "http", "ws" -> "http";
                    case "https", "wss" -> "https";
                    default ->
                            throw bad(
                                    "“"
                                            + scheme
                                            + "://” is not a kind of address Hearth can open. Use http://,"
                                            + " https:// or just host:port.");
                };
        if (schemeEnd < 0
                && rest.chars().filter(c -> c == ':').count() > 1
                && !rest.startsWith("[")) {
            rest = "[" + rest + "]";
        }
        URI uri = parseUri(httpScheme + "://" + rest, typed);
        String host = uri.getHost();
        if (host == null || uri.getUserInfo() != null) {
            throw bad(
                    "“"
                            + typed.strip()
                            + "” is not an address. Try host, host:port or http://host:port.");
        }
        int port = uri.getPort();
        if (port == 0 || port > 65_535) {
            throw bad("Port " + port + " does not exist: ports go from 1 to 65535.");
        }
        return parseUri(
                httpScheme + "://" + host + ":" + (port > 0 ? port : defaultPort(scheme)), typed);
    }

    private static int defaultPort(String scheme) {
        return switch (scheme) {
            case "http", "ws" -> 80;
            case "https", "wss" -> 443;
            default -> DEFAULT_PORT;
        };
    }

    private static URI parseUri(String text, String typed) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new HearthException(
                    ErrorCode.BAD_ADDRESS,
                    "“"
                            + typed.strip()
                            + "” is not an address. Try host, host:port or http://host:port.",
                    e);
        }
    }

    private static HearthException bad(String sentence) {
        return new HearthException(ErrorCode.BAD_ADDRESS, sentence);
    }
}
