package dev.hearth.log.sqlite;

import java.util.ArrayList;
import java.util.List;

/// Takes a folded text apart as the index of words does. Stateless.
final class SearchWords {
    /// @param end behind its last character
    record Word(int start, int end) {}

    private SearchWords() {}

    /// Whether a word may have it: the categories that `002.sql` names.
    static boolean isWord(int character) {
        return switch (Character.getType(character)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.PRIVATE_USE ->
                    true;
            default -> false;
        };
    }

    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        int start = -1;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            boolean word = isWord(character);
            if (word && start < 0) {
                start = at;
            } else if (!word && start >= 0) {
                words.add(new Word(start, at));
                start = -1;
            }
            at += Character.charCount(character);
        }
        if (start >= 0) {
            words.add(new Word(start, text.length()));
        }
        return words;
    }
}
