package dev.hearth.log.sqlite;

import dev.hearth.model.SearchHits.Range;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.Locale;

/// The beginning of a text as search compares it: without case (`Straße` is `strasse`), accents,
/// width, soft hyphens and other invisible characters. Knows where each folded character was.
///
/// Both what is read and what comes out is at most [#MOST_BYTES] of UTF-8, whatever the text is:
/// that bounds each row of the indexes and each highlight.
final class SearchText {
    static final int MOST_BYTES = 16 * 1024;

    /// More marks on a letter than any script has are folded by themselves: composing them takes
    /// time that grows with their square.
    private static final int MOST_MARKS = 16;

    private static final char FINAL_SIGMA = 'ς';

    private final String original;
    private final StringBuilder folded = new StringBuilder();
    private int[] starts = new int[64];
    private int[] ends = new int[64];

    private SearchText(String original) {
        this.original = original;
    }

    static SearchText of(String original) {
        SearchText text = new SearchText(original);
        text.fold();
        return text;
    }

    static String folded(String original) {
        return of(original).folded();
    }

    String folded() {
        return folded.toString();
    }

    /// Where the folded characters from `start` to `end` are in the original.
    Range original(int start, int end) {
        return new Range(starts[start], ends[end - 1]);
    }

    private void fold() {
        int read = 0;
        int written = 0;
        for (int at = 0; at < original.length(); ) {
            int end = letterEnd(at);
            String letter = original.substring(at, end);
            String plain = foldLetter(letter);
            read += bytes(letter);
            written += bytes(plain);
            if (read > MOST_BYTES || written > MOST_BYTES) {
                return;
            }
            append(plain, at, end);
            at = end;
        }
    }

    private void append(String plain, int start, int end) {
        int length = folded.length() + plain.length();
        if (length > starts.length) {
            starts = Arrays.copyOf(starts, 2 * length);
            ends = Arrays.copyOf(ends, 2 * length);
        }
        Arrays.fill(starts, folded.length(), length, start);
        Arrays.fill(ends, folded.length(), length, end);
        folded.append(plain);
    }

    /// Behind the character at `start` and the marks on it.
    private int letterEnd(int start) {
        int end = start + Character.charCount(original.codePointAt(start));
        for (int marks = 0; marks < MOST_MARKS && end < original.length(); marks++) {
            int next = original.codePointAt(end);
            if (!joinsBefore(next)) {
                break;
            }
            end += Character.charCount(next);
        }
        return end;
    }

    /// Whether composing may join the character to the one before it: marks, the parts of a Hangul
    /// syllable, and the voice marks of narrow Katakana.
    private static boolean joinsBefore(int character) {
        return character >= 0x300
                && (isMark(character)
                        || (character >= 0x1160 && character <= 0x11FF)
                        || character == 0xFF9E
                        || character == 0xFF9F);
    }

    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                    true;
            default -> false;
        };
    }

    private static String foldLetter(String letter) {
        if (letter.length() == 1 && letter.charAt(0) < 0x80) {
            char c = letter.charAt(0);
            return c == 0 ? " " : c >= 'A' && c <= 'Z' ? String.valueOf((char) (c + 32)) : letter;
        }
        StringBuilder kept = new StringBuilder();
        Normalizer.normalize(letter, Form.NFKD)
                .codePoints()
                .filter(SearchText::counts)
                .map(SearchText::encodable)
                .forEach(kept::appendCodePoint);
        String plain =
                kept.toString()
                        .toLowerCase(Locale.ROOT)
                        .toUpperCase(Locale.ROOT)
                        .toLowerCase(Locale.ROOT)
                        .replace(FINAL_SIGMA, 'σ');
        return Normalizer.normalize(plain, Form.NFC);
    }

    /// A half of a surrogate pair has no place in UTF-8.
    private static int encodable(int character) {
        return Character.getType(character) == Character.SURROGATE ? 0xFFFD : character;
    }

    /// Accents and what nobody sees do not count. Vowel signs and voice marks do.
    private static boolean counts(int character) {
        boolean accent =
                (character >= 0x300 && character <= 0x36F)
                        || (character >= 0x1AB0 && character <= 0x1AFF)
                        || (character >= 0x1DC0 && character <= 0x1DFF)
                        || (character >= 0x20D0 && character <= 0x20FF);
        boolean variation =
                (character >= 0xFE00 && character <= 0xFE0F)
                        || (character >= 0xE0100 && character <= 0xE01EF);
        return !accent && !variation && Character.getType(character) != Character.FORMAT;
    }

    private static int bytes(String text) {
        return text.length() == 1 && text.charAt(0) < 0x80
                ? 1
                : text.getBytes(StandardCharsets.UTF_8).length;
    }
}
