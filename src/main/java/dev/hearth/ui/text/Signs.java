package dev.hearth.ui.text;

/// Signs between words that run from right to left: drawn from left to right in the opposite order,
/// and brackets as their partners. Stateless.
final class Signs {
    private static final String PAIRS = "()[]{}<>«»‹›≤≥（）［］｛｝⟨⟩";

    private Signs() {}

    /// Whether a character belongs to a word, rather than standing between words.
    static boolean isOfWord(char c) {
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.FORMAT,
                    Character.SURROGATE ->
                    true;
            default -> false;
        };
    }

    /// `signs` as they are drawn when they run from right to left.
    static String turned(String signs) {
        var turned = new StringBuilder(signs.length());
        for (int i = signs.length() - 1; i >= 0; i--) {
            int pair = PAIRS.indexOf(signs.charAt(i));
            turned.append(pair < 0 ? signs.charAt(i) : PAIRS.charAt(pair ^ 1));
        }
        return turned.toString();
    }
}
