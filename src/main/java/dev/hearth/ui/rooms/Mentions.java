package dev.hearth.ui.rooms;

import dev.hearth.model.Names;

/// Whether a text calls somebody: `@` and their name, whatever its case. Stateless.
final class Mentions {
    /// Longer texts are looked at so far: a server is free to send megabytes.
    private static final int LOOKED_AT = 16_384;

    private Mentions() {}

    static boolean isIn(String text, String name) {
        if (name.isBlank() || text.indexOf('@') < 0) {
            return false;
        }
        String folded = Names.folded(text.substring(0, Math.min(text.length(), LOOKED_AT)));
        String call = "@" + Names.folded(name);
        for (int at = folded.indexOf(call); at >= 0; at = folded.indexOf(call, at + 1)) {
            int end = at + call.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(folded.codePointBefore(at));
            boolean ends =
                    end == folded.length() || !Character.isLetterOrDigit(folded.codePointAt(end));
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }
}
