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
                && isPicture(text);
    }

    /// `emoji` with the sign for “as a picture” exactly where it is needed: with it and without it
    /// some emoji are one and the same picture, and so one reaction.
    static String normalized(String emoji) {
        int[] parts = emoji.codePoints().filter(c -> c != EMOJI_STYLE).toArray();
        var normal = new StringBuilder(emoji.length() + 1);
        for (int i = 0; i < parts.length; i++) {
            normal.appendCodePoint(parts[i]);
            boolean coloured = i + 1 < parts.length && Character.isEmojiModifier(parts[i + 1]);
            if (Character.isEmoji(parts[i])
                    && !Character.isEmojiPresentation(parts[i])
                    && !coloured) {
                normal.appendCodePoint(EMOJI_STYLE);
            }
        }
        return normal.toString();
    }

    private static boolean isPart(int c) {
        return Character.isEmoji(c)
                || Character.isEmojiComponent(c)
                || c == JOINER
                || c == KEYCAP
                || c == EMOJI_STYLE;
    }

    /// Digits are parts as well: of keycaps. One letter of a flag is no flag.
    private static boolean isPicture(String text) {
        long flagLetters = text.codePoints().filter(Emoji::isRegionalIndicator).count();
        return flagLetters == 0
                ? text.codePoints().anyMatch(Character::isExtendedPictographic) || isKeycap(text)
                : flagLetters == 2 && text.codePointCount(0, text.length()) == 2;
    }

    private static boolean isKeycap(String text) {
        return text.codePointBefore(text.length()) == KEYCAP
                && Character.isEmoji(text.codePointAt(0));
    }

    private static boolean isRegionalIndicator(int c) {
        return c >= 0x1F1E6 && c <= 0x1F1FF;
    }
}
