package dev.hearth.ui.text;

import java.util.List;
import java.util.Optional;

/// Short codes of emoji while they are typed: `:tad` offers 🎉, `:tada:` is it. Stateless.
public final class ShortCodes {
    /// What may be put in place of what was typed.
    ///
    /// @param start the index of the colon
    /// @param end the index after the last letter
    public record Offer(int start, int end, List<Emoji> emoji) {}

    /// A colon and a letter are often a smiley.
    private static final int SHORTEST = 2;

    private static final int LONGEST = 40;

    private ShortCodes() {}

    /// What completes the code in which the caret stands.
    public static Optional<Offer> offer(String text, int caret, int most) {
        int colon = colonBefore(text, caret);
        if (colon < 0 || caret - colon - 1 < SHORTEST) {
            return Optional.empty();
        }
        List<Emoji> found = EmojiSearch.find(text.substring(colon + 1, caret), most);
        return found.isEmpty() ? Optional.empty() : Optional.of(new Offer(colon, caret, found));
    }

    /// The emoji whose whole code, both colons with it, ends at the caret.
    public static Optional<Offer> finished(String text, int caret) {
        if (caret < 1 || text.charAt(caret - 1) != ':') {
            return Optional.empty();
        }
        int colon = colonBefore(text, caret - 1);
        if (colon < 0) {
            return Optional.empty();
        }
        return EmojiTable.get()
                .named(text.substring(colon + 1, caret - 1))
                .map(emoji -> new Offer(colon, caret, List.of(emoji)));
    }

    /// The colon that begins a code before `caret`; -1 for none.
    private static int colonBefore(String text, int caret) {
        int at = caret - 1;
        while (at >= 0 && caret - at <= LONGEST && isOfCode(text.charAt(at))) {
            at--;
        }
        boolean colon = at >= 0 && text.charAt(at) == ':';
        boolean begins = at <= 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
        return colon && begins ? at : -1;
    }

    private static boolean isOfCode(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '+';
    }
}
