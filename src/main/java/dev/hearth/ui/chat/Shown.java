package dev.hearth.ui.chat;

import dev.hearth.model.Person;
import dev.hearth.model.SafeText;

/// Names and texts of others as they may be shown, and how long: a server is free to send anything.
/// Which characters are dangerous is decided by [SafeText].
final class Shown {
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_LINE = 160;

    private Shown() {}

    /// The name in one line.
    static String name(Person person) {
        return line(person.name(), LONGEST_NAME, "");
    }

    /// A text of others in one line, cut where it gets long.
    static String line(String text) {
        return line(text, LONGEST_LINE, "…");
    }

    private static String line(String text, int limit, String cut) {
        // A text of megabytes is cut before it is looked at.
        String head = text.substring(0, Math.min(text.length(), 2 * limit + 2));
        String line = SafeText.shownLine(head).strip();
        return line.codePointCount(0, line.length()) > limit
                ? line.substring(0, line.offsetByCodePoints(0, limit)).strip() + cut
                : line;
    }

    /// The text with its line breaks.
    static String text(String text) {
        return SafeText.shown(text);
    }
}
