package dev.hearth.ui.timeline;

import dev.hearth.model.Links;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/// A text cut into plain words and links.
final class TextParts {
    /// A piece of text.
    ///
    /// @param target what it opens, if it is a link
    record Part(String text, Optional<String> target) {
        boolean isLink() {
            return target.isPresent();
        }
    }

    private TextParts() {}

    static List<Part> of(String text) {
        var parts = new ArrayList<Part>();
        int end = 0;
        for (Links.Link link : Links.in(text)) {
            if (link.start() > end) {
                parts.add(words(text.substring(end, link.start())));
            }
            String shown = text.substring(link.start(), link.end());
            parts.add(new Part(shown, Optional.of(link.target())));
            end = link.end();
        }
        if (end < text.length()) {
            parts.add(words(text.substring(end)));
        }
        return parts;
    }

    /// Whether an index of the whole text stands within a link.
    static IntPredicate withinLinks(List<Part> parts) {
        var within = new BitSet();
        int start = 0;
        for (Part part : parts) {
            int end = start + part.text().length();
            if (part.isLink()) {
                within.set(start + 1, end);
            }
            start = end;
        }
        return within::get;
    }

    /// The same parts when line breaks were put into their text: a link goes on in the next line.
    ///
    /// @param broken the texts of all parts with more line breaks
    static List<Part> broken(List<Part> parts, String broken) {
        var all = new ArrayList<Part>();
        int start = 0;
        for (Part part : parts) {
            int end = start;
            for (int read = 0; read < part.text().length(); end++) {
                if (broken.charAt(end) == part.text().charAt(read)) {
                    read++;
                }
            }
            if (all.size() == parts.size() - 1) {
                end = broken.length();
            }
            all.add(new Part(broken.substring(start, end), part.target()));
            start = end;
        }
        return all;
    }

    private static Part words(String text) {
        return new Part(text, Optional.empty());
    }
}
