package dev.hearth.lan;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands in an address after host and port. Several chats may live at one host below paths of
/// their own, so the path is part of the address. Stateless.
final class ServerPath {
    private static final Pattern PARTS = Pattern.compile("([^?#]*)(.*)", Pattern.DOTALL);
    private static final Pattern NOTHING_MORE = Pattern.compile("[?#]*");

    /// Where every Socket.IO server has its own, below the path of the chat.
    private static final Pattern SOCKET_IO = Pattern.compile("/socket\\.io/?(?:[^/]*\\.js)?$");

    /// A page is reached in the folder in which it lies.
    private static final Pattern PAGE =
            Pattern.compile("/[^/]*\\.html?$", Pattern.CASE_INSENSITIVE);

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9/._~!$&'()*+,;=:@-]");
    private static final Pattern ENCODED = Pattern.compile("%\\p{XDigit}{2}|.", Pattern.DOTALL);

    private ServerPath() {}

    /// Empty, or with a slash at both ends.
    ///
    /// @throws dev.hearth.model.HearthException BAD_ADDRESS when more follows than a path: which
    ///   chat that would mean only the page knows
    static String parse(String typed) {
        Matcher parts = PARTS.matcher(typed);
        String path = parts.matches() ? parts.group(1) : "";
        String more = typed.substring(path.length());
        if (!NOTHING_MORE.matcher(more).matches()) {
            throw ServerAddress.bad(
                    "Leave out “" + more + "”: Hearth cannot know what this server means by it.");
        }
        path = "/" + path;
        path = SOCKET_IO.matcher(path).replaceAll("");
        path = PAGE.matcher(path).replaceAll("");
        String normal =
                URI.create(encoded((path + "/").replaceAll("/{2,}", "/"))).normalize().getRawPath();
        // What leads above the top leads to the top.
        normal = normal.replaceAll("^(?:/\\.\\.)+(?=/|$)", "");
        return normal.equals("/") || normal.isEmpty() ? "" : normal;
    }

    private static String encoded(String path) {
        StringBuilder all = new StringBuilder();
        Matcher each = ENCODED.matcher(path);
        while (each.find()) {
            String piece = each.group();
            if (piece.length() == 3 || SAFE.matcher(piece).matches()) {
                all.append(piece);
            } else {
                for (byte b : piece.getBytes(StandardCharsets.UTF_8)) {
                    all.append(String.format(Locale.ROOT, "%%%02X", b & 0xFF));
                }
            }
        }
        return all.toString();
    }
}
