package dev.hearth.ui.chat;

import dev.hearth.model.Person;

/// Names and texts of others as they may be shown: a server is free to send anything.
final class Shown {
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_LINE = 160;

    private Shown() {}

    /// The name in one line, without characters that turn the text around it.
    static String name(Person person) {
        return line(person.name(), LONGEST_NAME);
    }

    /// A text of others in one line, cut where it gets long.
    static String line(String text) {
        String line = line(text, LONGEST_LINE + 1);
        return line.codePointCount(0, line.length()) > LONGEST_LINE
                ? line.substring(0, line.offsetByCodePoints(0, LONGEST_LINE)).strip() + "…"
                : line;
    }

    private static String line(String text, int limit) {
        var shown = new StringBuilder();
        text.codePoints()
                .filter(c -> !turnsDirection(c))
                .map(c -> Character.isISOControl(c) || Character.isWhitespace(c) ? ' ' : c)
                .limit(limit)
                .forEach(shown::appendCodePoint);
        return shown.toString().strip();
    }

    /// The text with line breaks of one kind, and a mark in place of control characters.
    static String text(String text) {
        String lines =
                text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        if (lines.chars().noneMatch(Shown::isHarmful)) {
            return lines;
        }
        var shown = new StringBuilder(lines);
        for (int i = 0; i < shown.length(); i++) {
            if (isHarmful(shown.charAt(i))) {
                shown.setCharAt(i, '\uFFFD');
            }
        }
        return shown.toString();
    }

    private static boolean isHarmful(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\t';
    }

    private static boolean turnsDirection(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
