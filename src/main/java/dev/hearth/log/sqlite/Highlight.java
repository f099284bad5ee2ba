package dev.hearth.log.sqlite;

import dev.hearth.log.sqlite.SearchTerms.Phrase;
import dev.hearth.log.sqlite.SearchWords.Word;
import dev.hearth.model.SearchHits.Range;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Where in a text the terms of a search are. Looks at the same folded beginning of the text as the
/// indexes do, so its cost is bounded however long the text is; it cannot be forged, for it adds
/// nothing to the text.
final class Highlight {
    /// Nobody looks at more in one message.
    static final int MOST_RANGES = 100;

    private final SearchTerms terms;
    private final List<List<String>> phrases;

    Highlight(SearchTerms terms) {
        this.terms = terms;
        this.phrases = terms.phrases().stream().map(Highlight::words).toList();
    }

    private static List<String> words(Phrase phrase) {
        return words(phrase.text(), SearchWords.of(phrase.text()));
    }

    private static List<String> words(String text, List<Word> words) {
        return words.stream().map(word -> text.substring(word.start(), word.end())).toList();
    }

    List<Range> ranges(String text) {
        SearchText seen = SearchText.of(text);
        String folded = seen.folded();
        BitSet marked = new BitSet(folded.length());
        markPhrases(marked, folded);
        markAll(marked, folded, terms.grams());
        markAll(marked, folded, terms.parts());
        if (marked.isEmpty()) {
            markAll(marked, folded, terms.everything());
        }
        return ranges(seen, marked);
    }

    private static List<Range> ranges(SearchText seen, BitSet marked) {
        List<Range> ranges = new ArrayList<>();
        for (int start = marked.nextSetBit(0);
                start >= 0 && ranges.size() < MOST_RANGES;
                start = marked.nextSetBit(marked.nextClearBit(start))) {
            Range range = seen.original(start, marked.nextClearBit(start));
            // Two halves of what folding took apart are in the same place.
            if (ranges.isEmpty() || ranges.getLast().end() <= range.start()) {
                ranges.add(range);
            }
        }
        return ranges;
    }

    private void markPhrases(BitSet marked, String folded) {
        List<Word> places = SearchWords.of(folded);
        List<String> words = words(folded, places);
        for (int i = 0; i < phrases.size(); i++) {
            List<String> phrase = phrases.get(i);
            boolean wanted = terms.phrases().get(i).marked() && !phrase.isEmpty();
            for (int at = 0; wanted && at + phrase.size() <= words.size(); at++) {
                if (isAt(words, at, phrase, terms.phrases().get(i).unfinished())) {
                    marked.set(places.get(at).start(), places.get(at + phrase.size() - 1).end());
                }
            }
        }
    }

    private static boolean isAt(List<String> words, int at, List<String> phrase, boolean prefix) {
        int last = phrase.size() - 1;
        for (int i = 0; i < last; i++) {
            if (!words.get(at + i).equals(phrase.get(i))) {
                return false;
            }
        }
        String end = words.get(at + last);
        return prefix ? end.startsWith(phrase.get(last)) : end.equals(phrase.get(last));
    }

    private static void markAll(BitSet marked, String folded, List<String> terms) {
        for (String term : terms) {
            for (int at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) {
                marked.set(at, at + term.length());
            }
        }
    }
}
