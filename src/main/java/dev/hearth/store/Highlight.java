package dev.hearth.store;

import dev.hearth.model.SearchHits.Range;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Where in a text the terms of a search are. The indexes mark what they found with two marks that
/// nobody can have written, because they are made up for this one search.
final class Highlight {
    private final Session session;
    private final SearchTerms terms;
    private final String open = "\u0002" + Meta.fresh();
    private final String close = "\u0003" + Meta.fresh();

    Highlight(Session session, SearchTerms terms) {
        this.session = session;
        this.terms = terms;
    }

    List<Range> ranges(long n, String text) throws SQLException {
        BitSet marked = new BitSet(text.length());
        mark(marked, "words", terms.words(), n);
        mark(marked, "grams", terms.grams(), n);
        if (marked.isEmpty()) {
            mark(marked, "grams", terms.everything(), n);
        }
        for (String part : terms.parts()) {
            markPart(marked, text, part.toLowerCase(Locale.ROOT));
        }
        return Stream.iterate(next(marked, 0), Optional::isPresent, it -> next(marked, end(it)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static int end(Optional<Range> range) {
        return range.map(Range::end).orElse(0);
    }

    private static Optional<Range> next(BitSet marked, int from) {
        int start = marked.nextSetBit(from);
        return start < 0
                ? Optional.empty()
                : Optional.of(new Range(start, marked.nextClearBit(start)));
    }

    private void mark(BitSet marked, String index, String expression, long n) throws SQLException {
        if (expression.isEmpty()) {
            return;
        }
        Optional<String> text =
                session.first(
                        "SELECT highlight(%1$s, 0, ?, ?) FROM %1$s WHERE %1$s MATCH ? AND rowid = ?"
                                .formatted(index),
                        row -> row.getString(1),
                        open,
                        close,
                        expression,
                        n);
        text.ifPresent(it -> mark(marked, it));
    }

    private void mark(BitSet marked, String text) {
        int at = 0;
        int marks = 0;
        for (int start; (start = text.indexOf(open, at)) >= 0; ) {
            int end = text.indexOf(close, start);
            if (end < 0) {
                return;
            }
            marked.set(start - marks, end - marks - open.length());
            marks += open.length() + close.length();
            at = end + close.length();
        }
    }

    private static void markPart(BitSet marked, String text, String part) {
        String lower = text.toLowerCase(Locale.ROOT);
        // Where that changes the length, the places are not those of the text.
        String folded = lower.length() == text.length() ? lower : text;
        for (int at = folded.indexOf(part); at >= 0; at = folded.indexOf(part, at + 1)) {
            marked.set(at, at + part.length());
        }
    }
}
