package dev.hearth.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the addresses in a text: `https://…`, `http://…`, `www.…` and mail addresses. The examples
/// are in `src/test/text/links.json`. Stateless; the cost is linear in the length of the text.
///
/// Where an address ends follows the idea of Unicode's link detection (UTS 58): spaces and controls
/// end it, a bracket ends it unless the address opened that bracket, and punctuation belongs to it
/// only when more of the address follows. Unlike there, the full stops and commas of East Asian
/// scripts end it too, for a sentence goes on after them without a space.
public final class Links {
    /// An address in a text.
    ///
    /// @param start the index of its first character
    /// @param end the index after its last
    /// @param target what to open: always a valid URI
    public record Link(int start, int end, String target) {}

    private static final String MAIL_SCHEME = "mailto:";

    private Links() {}

    /// The links of `text`, from first to last.
    public static List<Link> in(String text) {
        List<Link> found = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            @Nullable Link link =
                    switch (text.charAt(i)) {
                        case 'h', 'H', 'w', 'W' -> web(text, i, from);
                        case '@' -> mail(text, i, from);
                        default -> null;
                    };
            if (link != null) {
                found.add(link);
                from = link.end();
                i = from - 1;
            }
        }
        return found;
    }

    private static @Nullable Link web(String text, int start, int from) {
        int scheme = schemeLength(text, start);
        if (scheme < 0 || (start > from && continuesWord(text.charAt(start - 1)))) {
            return null;
        }
        int end = LinkTail.of(text, start + scheme);
        String address = (scheme == 0 ? "https://" : "") + text.substring(start, end);
        Optional<WebAddress> read = WebAddress.read(address);
        // An authority may end before the text does: `http://a.exampleを`.
        return read.map(it -> new Link(start, end - (address.length() - it.length()), it.target()))
                .orElse(null);
    }

    /// @return 0 for `www.`, which has none; -1 where no address begins
    private static int schemeLength(String text, int start) {
        if (startsWith(text, start, "https://")) {
            return 8;
        }
        if (startsWith(text, start, "http://")) {
            return 7;
        }
        return startsWith(text, start, "www.") ? 0 : -1;
    }

    private static boolean startsWith(String text, int at, String lowerCase) {
        return text.regionMatches(true, at, lowerCase, 0, lowerCase.length());
    }

    /// Scripts without spaces may stand before an address, other addresses may not.
    private static boolean continuesWord(char c) {
        return isAsciiWord(c) || c == '.' || c == '-' || c == '@' || c == '/' || c == '+';
    }

    private static @Nullable Link mail(String text, int at, int from) {
        int start = MailAddress.start(text, at, from);
        int end = MailAddress.end(text, at);
        if (start == at || end == at) {
            return null;
        }
        String target = MailAddress.target(text.substring(start, at), text.substring(at + 1, end));
        int scheme = start - MAIL_SCHEME.length();
        boolean named = scheme >= from && startsWith(text, scheme, MAIL_SCHEME);
        return target.isEmpty() ? null : new Link(named ? scheme : start, end, target);
    }

    static boolean isAsciiWord(int c) {
        return (c >= '0' && c <= '9')
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '_';
    }
}
