package dev.hearth.client.link;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names of events in a page's code, read without running it: of `emit('…'` and `on('…'`.
/// Stateless; takes time in proportion to the code, whatever is in it.
final class PageEvents {
    /// Nobody shows or compares more.
    private static final int MOST = 100;

    private static final String NAME = "\\s{0,99}\\(\\s{0,99}([\"'`])([^\"'`\\\\\\r\\n$]{1,60})\\1";
    private static final Pattern SENT = Pattern.compile("\\bemit(?:WithAck)?" + NAME);
    private static final Pattern HEARD = Pattern.compile("\\.on(?:ce)?" + NAME);

    /// What libraries say to themselves, and Socket.IO to its user: no event of a chat.
    private static final Set<String> OF_LIBRARIES =
            Set.of(
                    "open",
                    "close",
                    "error",
                    "packet",
                    "data",
                    "drain",
                    "flush",
                    "ping",
                    "pong",
                    "upgrade",
                    "upgrading",
                    "upgradeError",
                    "handshake",
                    "heartbeat",
                    "connect",
                    "connection",
                    "connect_error",
                    "disconnect",
                    "reconnect",
                    "change",
                    "end",
                    "exit",
                    "input",
                    "click",
                    "submit");

    private PageEvents() {}

    static Set<String> sent(String code) {
        return names(SENT, code);
    }

    static Set<String> heard(String code) {
        return names(HEARD, code);
    }

    private static Set<String> names(Pattern call, String code) {
        Set<String> names = new LinkedHashSet<>();
        Matcher found = call.matcher(code);
        while (names.size() < MOST && found.find()) {
            if (!OF_LIBRARIES.contains(found.group(2))) {
                names.add(found.group(2));
            }
        }
        return names;
    }
}
