package dev.hearth.host;

import java.util.regex.Pattern;

/// What counts as an emoji (Unicode Technical Standard 51). Stateless.
final class Emoji {
    /// One character as people see it, however it is put together.
    private static final Pattern ONE = Pattern.compile("\\X");

    private static final int JOINER = 0x200D;
    private static final int KEYCAP = 0x20E3;
    private static final int EMOJI_STYLE = 0xFE0F;

    private Emoji() {}

    /// Whether `text` is one emoji and nothing else: text of any other kind would stay in the log
    /// when the message it was put on is deleted.
    static boolean isOne(String text) {
        return ONE.matcher(text).matches()
                && text.codePoints().allMatch(Emoji::isPart)
                && text.codePoints().anyMatch(Emoji::isPicture);
    }

    private static boolean isPart(int c) {
        return Character.isEmoji(c)
                || Character.isEmojiComponent(c)
                || c == JOINER
                || c == KEYCAP
                || c == EMOJI_STYLE;
    }

    /// Digits are parts as well: of keycaps.
    private static boolean isPicture(int c) {
        return Character.isExtendedPictographic(c) || isRegionalIndicator(c) || c == KEYCAP;
    }

    private static boolean isRegionalIndicator(int c) {
        return c >= 0x1F1E6 && c <= 0x1F1FF;
    }
}
