package dev.hearth.ui.chat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What somebody wrote, as it is sent on: a quote in markdown under the name of its author, which
/// every client reads. Whatever the text is, lists, code that is not closed, other quotes, it stays
/// within the quote. Stateless.
final class ForwardedText {
    private static final String BETWEEN = "\n\n";

    /// The signs that mean something to markdown, wherever they stand in a line.
    private static final String SIGNS = "\\`*_[]<>~&";

    private ForwardedText() {}

    /// An empty line stands between name and text: what follows on a line directly may make a
    /// heading of it, and is not always a list or code.
    static String quote(String author, String text) {
        var quote = new StringBuilder("> **").append(escaped(author)).append("**\n>");
        text.stripTrailing()
                .lines()
                .forEach(
                        line -> quote.append("\n>").append(line.isEmpty() ? "" : " ").append(line));
        return quote.toString();
    }

    private static String escaped(String name) {
        var escaped = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            if (SIGNS.indexOf(name.charAt(i)) >= 0) {
                escaped.append('\\');
            }
            escaped.append(name.charAt(i));
        }
        return escaped.toString();
    }

    /// How many bytes `quote` has more than a message may have; 0 where it fits.
    static int excess(String quote, int limit) {
        return Math.max(0, bytes(quote) - limit);
    }

    /// In as few messages as there can be, in their order, none of them cut.
    ///
    /// @param quotes each of which fits into a message
    static List<String> packed(List<String> quotes, int limit) {
        List<String> packed = new ArrayList<>();
        for (String quote : quotes) {
            String joined = packed.isEmpty() ? quote : packed.getLast() + BETWEEN + quote;
            if (!packed.isEmpty() && bytes(joined) <= limit) {
                packed.set(packed.size() - 1, joined);
            } else {
                packed.add(quote);
            }
        }
        return List.copyOf(packed);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
