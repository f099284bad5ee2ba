package dev.hearth.model;

/// Whether a text calls a person: `@` and their name, whatever its case, as a word of its own.
/// Stateless.
public final class Mentions {
    /// Longer texts are looked at up to here: a server is free to send megabytes.
    private static final int LOOKED_AT = 16_384;

    /// Who moderates a chat calls all who are in a room by it.
    public static final String EVERYONE = "everyone";

    private Mentions() {}

    /// Whether `from` calls a person: by their name, or, who moderates the chat, everyone at once.
    public static boolean call(String text, Person from, String name) {
        return isIn(text, name) || (mayCallEveryone(from) && isIn(text, EVERYONE));
    }

    public static boolean mayCallEveryone(Person from) {
        return from.role() == Role.OWNER || from.role() == Role.MODERATOR;
    }

    public static boolean isIn(String text, String name) {
        if (name.isBlank() || text.indexOf('@') < 0) {
            return false;
        }
        String folded = Names.folded(text.substring(0, Math.min(text.length(), LOOKED_AT)));
        String call = "@" + Names.folded(name);
        int at = folded.indexOf(call);
        while (at >= 0 && !isAWord(folded, at, at + call.length())) {
            at = folded.indexOf(call, at + 1);
        }
        return at >= 0;
    }

    private static boolean isAWord(String text, int from, int to) {
        return (from == 0 || !Character.isLetterOrDigit(text.codePointBefore(from)))
                && (to == text.length() || !Character.isLetterOrDigit(text.codePointAt(to)));
    }
}
