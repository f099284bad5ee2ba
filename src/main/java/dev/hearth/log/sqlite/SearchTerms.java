package dev.hearth.log.sqlite;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a person typed, folded as the texts are and taken apart for the indexes. Nothing of it is
/// ever syntax to them: each term becomes an FTS5 string, in which a quote is doubled
/// (sqlite.org/fts5.html, section 3.1).
///
/// @param phrases words that have to follow on each other, for the index of words
/// @param grams terms for the index of trigrams: in scripts without spaces, and with signs that
///   count (`c++`)
/// @param parts terms that neither index can find: shorter than three characters in a script
///   without spaces, with signs, or without letters; they are looked for in the texts themselves
/// @param everything all terms for the index of trigrams, for what begins within a word; empty when
///   some term is too short for it
record SearchTerms(
        List<Phrase> phrases, List<String> grams, List<String> parts, List<String> everything) {
    private static final int GRAM = 3;
    private static final int MOST_TERMS = 20;
    private static final Pattern TERM = Pattern.compile("\"([^\"]*)(\"|$)|[^\\s\"]+");

    /// What ends sentences and encloses words says nothing about a word.
    private static final Pattern AROUND =
            Pattern.compile(
                    "^[\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}\\p{Pd}'.,;:!?*^]+|[\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}\\p{Pd}'.,;:!?*^…]+$");

    /// Written without spaces between words.
    private static final Set<UnicodeScript> UNSPACED =
            EnumSet.of(
                    UnicodeScript.HAN,
                    UnicodeScript.HIRAGANA,
                    UnicodeScript.KATAKANA,
                    UnicodeScript.BOPOMOFO,
                    UnicodeScript.THAI,
                    UnicodeScript.LAO,
                    UnicodeScript.KHMER,
                    UnicodeScript.MYANMAR,
                    UnicodeScript.TIBETAN);

    /// Words that follow on each other.
    ///
    /// @param text the words with whatever is between them
    /// @param unfinished whether the last word may go on
    /// @param marked whether a hit is highlighted for it; not when a sign belongs to it as well
    record Phrase(String text, boolean unfinished, boolean marked) {
        String match() {
            return unfinished ? string(text) + "*" : string(text);
        }
    }

    SearchTerms {
        phrases = List.copyOf(phrases);
        grams = List.copyOf(grams);
        parts = List.copyOf(parts);
        everything = List.copyOf(everything);
    }

    static SearchTerms of(String typed) {
        String text = SearchText.folded(typed);
        Sorting sorting = new Sorting();
        Matcher matcher = TERM.matcher(text);
        while (matcher.find() && sorting.all.size() < MOST_TERMS) {
            boolean quoted = matcher.group(1) != null;
            boolean closed = quoted && !matcher.group(2).isEmpty();
            boolean last = matcher.end() == text.length();
            String term = (quoted ? matcher.group(1) : matcher.group()).strip();
            if (!term.isEmpty()) {
                sorting.add(term, !closed && last, !closed);
            }
        }
        boolean within = sorting.all.stream().allMatch(term -> length(term) >= GRAM);
        return new SearchTerms(
                sorting.phrases, sorting.grams, sorting.parts, within ? sorting.all : List.of());
    }

    private static final class Sorting {
        private final List<Phrase> phrases = new ArrayList<>();
        private final List<String> grams = new ArrayList<>();
        private final List<String> parts = new ArrayList<>();
        private final List<String> all = new ArrayList<>();

        void add(String typed, boolean last, boolean open) {
            if (isUnspaced(typed)) {
                all.add(typed);
                literal(typed);
            } else if (typed.codePoints().anyMatch(Character::isLetterOrDigit)) {
                String term = AROUND.matcher(typed).replaceAll("");
                all.add(term);
                boolean signs = hasSigns(term);
                boolean unfinished = (last && endsAWord(typed)) || (open && isHangul(term));
                phrases.add(new Phrase(term, unfinished, !signs));
                if (signs) {
                    literal(term);
                }
            } else {
                all.add(typed);
                parts.add(typed);
            }
        }

        private void literal(String term) {
            (length(term) < GRAM ? parts : grams).add(term);
        }
    }

    boolean isEmpty() {
        return phrases.isEmpty() && grams.isEmpty() && parts.isEmpty();
    }

    /// An FTS5 expression for the index of words; empty: none.
    String matchWords() {
        return String.join(" AND ", phrases.stream().map(Phrase::match).toList());
    }

    /// An FTS5 expression for the index of trigrams; empty: none.
    static String matchGrams(List<String> terms) {
        return String.join(" AND ", terms.stream().map(SearchTerms::string).toList());
    }

    private static String string(String term) {
        return '"' + term.replace("\"", "\"\"") + '"';
    }

    /// Whether a sign begins or ends the term, so that its letters alone are not what is meant.
    private static boolean hasSigns(String term) {
        return !SearchWords.isWord(term.codePointAt(0))
                || !SearchWords.isWord(term.codePointBefore(term.length()));
    }

    private static boolean endsAWord(String term) {
        return SearchWords.isWord(term.codePointBefore(term.length()));
    }

    private static boolean isUnspaced(String term) {
        return term.codePoints().anyMatch(c -> UNSPACED.contains(UnicodeScript.of(c)));
    }

    /// Endings are written without a space.
    private static boolean isHangul(String term) {
        return term.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.HANGUL);
    }

    private static int length(String term) {
        return term.codePointCount(0, term.length());
    }
}
