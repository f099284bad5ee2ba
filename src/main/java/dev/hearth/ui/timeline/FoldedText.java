package dev.hearth.ui.timeline;

/// A text cut to what a timeline can bear.
///
/// @param text what to show
/// @param isCut whether something is missing
record FoldedText(String text, boolean isCut) {
    private static final int CHARACTERS = 1_200;
    private static final int LINES = 16;

    /// Unfolded, a text may be this long: laying out more would stop the window.
    static final int MOST_CHARACTERS = 20_000;

    static FoldedText folded(String text) {
        return cut(text, CHARACTERS, LINES);
    }

    static FoldedText unfolded(String text) {
        return cut(text, MOST_CHARACTERS, 1_000);
    }

    private static FoldedText cut(String text, int characters, int lines) {
        int end = 0;
        for (int line = 0; line < lines && end >= 0; line++) {
            end = text.indexOf('\n', end + 1);
        }
        if (end < 0) {
            end = text.length();
        }
        // A few characters more than allowed are not worth a link.
        if (end > characters + characters / 8) {
            end = characters;
        }
        if (end >= text.length()) {
            return new FoldedText(text, false);
        }
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return new FoldedText(text.substring(0, end).stripTrailing() + " …", true);
    }
}
