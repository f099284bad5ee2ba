package dev.hearth.ui.kit;

import dev.hearth.model.Message;
import dev.hearth.model.Person;
import dev.hearth.model.SafeText;

/// Names and texts of others as they may be shown, and how long: a server is free to send anything.
/// Which characters are dangerous is decided by [SafeText].
public final class Shown {
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_LINE = 160;

    private Shown() {}

    /// The name in one line.
    public static String name(Person person) {
        return line(person.name(), LONGEST_NAME, "");
    }

    /// A text of others in one line, cut where it gets long.
    public static String line(String text) {
        return line(text, LONGEST_LINE, "…");
    }

    /// What a message says, in one line.
    public static String line(Message message) {
        return message.details().deleted() ? Texts.text("message.deleted") : line(message.text());
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
    public static String text(String text) {
        return SafeText.shown(text);
    }
}
