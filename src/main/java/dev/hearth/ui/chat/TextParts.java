package dev.hearth.ui.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text cut into plain words and web links.
final class TextParts {
    /// A piece of text; `link` means that it is an address to open.
    record Part(String text, boolean link) {}

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"\\p{Cntrl}]+");

    private TextParts() {}

    static List<Part> of(String text) {
        var parts = new ArrayList<Part>();
        int end = 0;
        Matcher matcher = LINK.matcher(text);
        while (matcher.find()) {
            String link = withoutPunctuation(matcher.group());
            if (matcher.start() > end) {
                parts.add(new Part(text.substring(end, matcher.start()), false));
            }
            parts.add(new Part(link, true));
            end = matcher.start() + link.length();
        }
        if (end < text.length()) {
            parts.add(new Part(text.substring(end), false));
        }
        return parts;
    }

    /// A full stop after a link ends the sentence, and a bracket closes the one before the link,
    /// unless the link has the opening one itself.
    private static String withoutPunctuation(String link) {
        int end = link.length();
        while (end > 0) {
            char last = link.charAt(end - 1);
            String rest = link.substring(0, end - 1);
            boolean closing = last == ')' && rest.indexOf('(') < 0;
            if (!closing && ".,;:!?'’”]}*_".indexOf(last) < 0) {
                break;
            }
            end--;
        }
        return link.substring(0, end);
    }
}
