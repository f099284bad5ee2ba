package dev.hearth.store;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a person typed, taken apart for the indexes. Nothing of it is ever syntax to them: each
/// term becomes an FTS5 string, in which a quote is doubled (sqlite.org/fts5.html, section 3.1).
///
/// @param words an FTS5 expression for the index of words; empty: none
/// @param grams one for the index of trigrams; empty: none
/// @param parts terms that neither index can find: shorter than three characters in a script
///   without spaces, or without letters; they are looked for in the texts themselves
/// @param everything all terms for the index of trigrams, for what begins within a word; empty when
///   some term is too short for it
record SearchTerms(String words, String grams, List<String> parts, String everything) {
    private static final int GRAM = 3;
    private static final int MOST_TERMS = 20;
    private static final Pattern TERM = Pattern.compile("\"([^\"]*)(\"|$)|[^\\s\"]+");

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

    SearchTerms {
        parts = List.copyOf(parts);
    }

    static SearchTerms of(String typed) {
        // A NUL would end the text for SQLite.
        String text = typed.replace('\0', ' ');
        List<String> words = new ArrayList<>();
        List<String> grams = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        List<String> all = new ArrayList<>();
        Matcher matcher = TERM.matcher(text);
        while (matcher.find() && all.size() < MOST_TERMS) {
            boolean quoted = matcher.group(1) != null;
            String term = (quoted ? matcher.group(1) : matcher.group()).strip();
            if (term.isEmpty()) {
                continue;
            }
            all.add(term);
            if (isUnspaced(term)) {
                (length(term) < GRAM ? parts : grams).add(term);
            } else if (term.codePoints().anyMatch(Character::isLetterOrDigit)) {
                boolean closed = quoted && !matcher.group(2).isEmpty();
                boolean last = matcher.end() == text.length();
                boolean unfinished = !closed && (last || isHangul(term));
                words.add(unfinished ? string(term) + "*" : string(term));
            } else {
                parts.add(term);
            }
        }
        boolean within = all.stream().allMatch(term -> length(term) >= GRAM);
        return new SearchTerms(
                String.join(" AND ", words), strings(grams), parts, within ? strings(all) : "");
    }

    boolean isEmpty() {
        return words.isEmpty() && grams.isEmpty() && parts.isEmpty();
    }

    private static String strings(List<String> terms) {
        return String.join(" AND ", terms.stream().map(SearchTerms::string).toList());
    }

    private static String string(String term) {
        return '"' + term.replace("\"", "\"\"") + '"';
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
