package dev.hearth.model;

import java.util.List;

/// What was found, the best first; of equally good ones the newest.
///
/// @param more whether there are others beyond the limit
public record SearchHits(List<Hit> hits, boolean more) {
    public static final SearchHits NONE = new SearchHits(List.of(), false);

    public SearchHits {
        hits = List.copyOf(hits);
    }

    /// A message that was found.
    ///
    /// @param ranges what of its text to highlight: in order, apart from each other
    public record Hit(FoldedMessage message, List<Range> ranges) {
        public Hit {
            ranges = List.copyOf(ranges);
        }
    }

    /// A part of a text, in UTF-16 units as [String#substring(int, int)] takes them.
    public record Range(int start, int end) {}
}
