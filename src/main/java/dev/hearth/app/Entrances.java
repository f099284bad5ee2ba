package dev.hearth.app;

import dev.hearth.cli.WebAccess;
import dev.hearth.gateway.HostWatcher;
import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import dev.hearth.socketio.http.AccessPolicy;
import dev.hearth.socketio.http.Front;
import dev.hearth.socketio.http.HostAndOrigin;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a [WebAccess] means for the server.
final class Entrances {
    /// With all its parts: `InetAddress` takes 10.1 for 10.0.0.1.
    private static final Pattern WHOLE =
            Pattern.compile("\\d+(\\.\\d+){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private Entrances() {}

    /// @throws HearthException BAD_ADDRESS
    static AccessPolicy access(WebAccess wish, HostWatcher watcher) {
        try {
            return new HostAndOrigin(wish.origins(), watcher::turnedAway);
        } catch (IllegalArgumentException e) {
            throw new HearthException(
                    LocalTrouble.BAD_ADDRESS,
                    "An origin looks like https://chat.example.org, and this one does not: "
                            + String.join(" ", wish.origins()),
                    e);
        }
    }

    /// @throws HearthException BAD_ADDRESS
    static Front front(WebAccess wish) {
        try {
            return new Front(slashed(wish.path()), addresses(wish.proxies()));
        } catch (IllegalArgumentException e) {
            throw new HearthException(
                    LocalTrouble.BAD_ADDRESS,
                    "--path takes letters, digits, - and _, such as /team, and this is something"
                            + " else: "
                            + wish.path(),
                    e);
        }
    }

    private static String slashed(String path) {
        String end = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return end.isEmpty() || end.startsWith("/") ? end : "/" + end;
    }

    private static Set<InetAddress> addresses(List<String> texts) {
        return texts.stream().map(Entrances::address).collect(Collectors.toSet());
    }

    private static InetAddress address(String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw notAnAddress(text, null);
        }
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            throw notAnAddress(text, e);
        }
    }

    private static HearthException notAnAddress(String text, @Nullable Exception cause) {
        String sentence =
                "--trust-proxy takes an IP address, such as 192.168.1.2, and “"
                        + text
                        + "” is none.";
        return cause == null
                ? new HearthException(LocalTrouble.BAD_ADDRESS, sentence)
                : new HearthException(LocalTrouble.BAD_ADDRESS, sentence, cause);
    }
}
