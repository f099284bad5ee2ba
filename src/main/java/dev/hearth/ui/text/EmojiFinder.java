package dev.hearth.ui.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the emoji in a text. Stateless; linear in the length of the text.
public final class EmojiFinder {
    /// An emoji in a text.
    ///
    /// @param drawing its full form, which names its drawing
    record Found(int start, int end, String drawing) {}

    private static final int JOINER = 0x200D;
    private static final int AS_TEXT = 0xFE0E;
    private static final int KEYCAP = 0x20E3;

    /// Families, and flags of regions, have up to this many code points.
    private static final int LONGEST = 12;

    /// Older signs, which the typeface draws itself, are pictures only where the text asks for it.
    private static final int FIRST_PICTURE = 0x231A;

    private EmojiFinder() {}

    static List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            Optional<Found> emoji = mayBegin(c) ? at(text, at) : Optional.empty();
            emoji.ifPresent(found::add);
            at = emoji.map(Found::end).orElse(at + Character.charCount(c));
        }
        return found;
    }

    /// How many emoji `text` has, if it has nothing else but white space; otherwise 0.
    public static int alone(String text) {
        List<Found> found = in(text);
        int end = 0;
        for (Found each : found) {
            if (!text.substring(end, each.start()).isBlank()) {
                return 0;
            }
            end = each.end();
        }
        return text.substring(end).isBlank() ? found.size() : 0;
    }

    private static boolean mayBegin(int c) {
        return c > 0x2000
                ? Character.isEmoji(c)
                : c == '#' || c == '*' || c == 0xA9 || c == 0xAE || isDigit(c);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static Optional<Found> at(String text, int start) {
        int[] ends = new int[LONGEST];
        int count = 0;
        for (int at = start; at < text.length() && count < LONGEST; count++) {
            int c = text.codePointAt(at);
            if (at > start && !mayContinue(c)) {
                break;
            }
            at += Character.charCount(c);
            ends[count] = at;
        }
        for (int i = count - 1; i >= 0; i--) {
            int end = ends[i];
            String candidate = text.substring(start, end);
            if (isPicture(text, start, end)) {
                Optional<String> drawing = EmojiTable.get().drawing(candidate);
                if (drawing.isPresent()) {
                    return Optional.of(new Found(start, swallow(text, end), drawing.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean mayContinue(int c) {
        return c == JOINER
                || c == EmojiTable.AS_PICTURE
                || c == KEYCAP
                || (c >= 0xE0020 && c <= 0xE007F)
                || (c > 0x2000 && Character.isEmoji(c));
    }

    /// Whether these characters are meant as a picture.
    private static boolean isPicture(String text, int start, int end) {
        int first = text.codePointAt(start);
        boolean asText = end < text.length() && text.charAt(end) == AS_TEXT;
        boolean single = end - start == Character.charCount(first);
        boolean joins = text.codePointBefore(end) == JOINER;
        return !asText && !joins && (!single || first >= FIRST_PICTURE);
    }

    /// What follows a drawing and says nothing without it: a lost joiner, a sign for "as a
    /// picture".
    private static int swallow(String text, int end) {
        int at = end;
        while (at < text.length()
                && (text.charAt(at) == EmojiTable.AS_PICTURE
                        || (text.charAt(at) == JOINER
                                && at + 1 < text.length()
                                && Character.isEmoji(text.codePointAt(at + 1))
                                && text.codePointAt(at + 1) > 0x2000))) {
            at++;
        }
        return at;
    }
}
