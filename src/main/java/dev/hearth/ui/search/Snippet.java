package dev.hearth.ui.search;

import dev.hearth.model.SafeText;
import dev.hearth.model.SearchHits.Range;
import dev.hearth.ui.text.Markdown;
import java.util.ArrayList;
import java.util.List;

/// The part of a message around what was found in it, in one paragraph, with the places to
/// highlight.
record Snippet(String text, List<Range> marks) {
    /// A longer text is shown as it was written.
    private static final int LONGEST_READ = 1_000;

    /// So much before the first place says what it is about.
    private static final int BEFORE = 40;

    /// From here on letters are twice as wide.
    private static final int WIDE = 0x1100;

    Snippet {
        marks = List.copyOf(marks);
    }

    /// @param ranges the places in `text`, in order
    /// @param columns how long it may get, in letters of usual width
    static Snippet of(String text, List<Range> ranges, int columns) {
        String words = text.length() > LONGEST_READ ? text : Markdown.words(text);
        List<Range> found = moved(text, ranges, words);
        return found.size() == ranges.size()
                ? cut(words, found, columns)
                : cut(text, ranges, columns);
    }

    /// The places of `ranges` in `words`, which is `text` without the signs of markdown: the third
    /// "tea" of the one is the third of the other. Fewer than `ranges` where that does not hold.
    private static List<Range> moved(String text, List<Range> ranges, String words) {
        if (words.equals(text)) {
            return ranges;
        }
        List<Range> moved = new ArrayList<>();
        for (Range range : ranges) {
            String found = text.substring(range.start(), range.end());
            List<Integer> before = places(text, found);
            List<Integer> now = places(words, found);
            int which = before.indexOf(range.start());
            if (which >= 0 && before.size() == now.size()) {
                moved.add(new Range(now.get(which), now.get(which) + found.length()));
            }
        }
        return moved;
    }

    private static List<Integer> places(String text, String part) {
        List<Integer> places = new ArrayList<>();
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
            places.add(at);
        }
        return places;
    }

    private static Snippet cut(String text, List<Range> ranges, int columns) {
        int start = start(text, ranges.isEmpty() ? 0 : ranges.getFirst().start());
        int end = end(text, start, columns);
        var shown = new StringBuilder(start > 0 ? "…" : "");
        List<Range> marks = new ArrayList<>();
        int at = start;
        for (Range range : ranges) {
            if (range.start() < at || range.start() >= end) {
                continue;
            }
            shown.append(SafeText.shownLine(text.substring(at, range.start())));
            int from = shown.length();
            at = Math.min(range.end(), end);
            shown.append(SafeText.shownLine(text.substring(range.start(), at)));
            marks.add(new Range(from, shown.length()));
        }
        shown.append(SafeText.shownLine(text.substring(at, end)));
        return new Snippet(shown.append(end < text.length() ? "…" : "").toString(), marks);
    }

    /// Where a word begins, some way before `first`.
    private static int start(String text, int first) {
        int from = Math.max(0, first - BEFORE);
        for (int i = from; i > 0 && i < first; i++) {
            if (Character.isWhitespace(text.charAt(i - 1))) {
                return i;
            }
        }
        return from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from - 1 : from;
    }

    private static int end(String text, int start, int columns) {
        int room = columns;
        int at = start;
        while (at < text.length() && room > 0) {
            int c = text.codePointAt(at);
            room -= c < WIDE ? 1 : 2;
            at += Character.charCount(c);
        }
        return at;
    }
}
