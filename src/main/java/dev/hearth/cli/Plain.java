package dev.hearth.cli;

/// Text of strangers on a terminal: one line, and nothing in it drives the terminal.
final class Plain {
    private Plain() {}

    /// `text` with line breaks, tabs and everything else that does not show written as escapes
    /// (`\n`, `\u001b`). Ordinary text, backslashes included, stays as it is.
    static String line(String text) {
        if (text.codePoints().noneMatch(Plain::isHidden)) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(codePoint -> append(line, codePoint));
        return line.toString();
    }

    private static void append(StringBuilder line, int codePoint) {
        if (!isHidden(codePoint)) {
            line.appendCodePoint(codePoint);
            return;
        }
        switch (codePoint) {
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> line.append("\\u%04x".formatted(codePoint));
        }
    }

    private static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    true;
            case Character.FORMAT -> isDirection(codePoint);
            default -> false;
        };
    }

    /// Marks that turn the direction of what follows. Joiners, which emoji need, are none.
    private static boolean isDirection(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }
}
