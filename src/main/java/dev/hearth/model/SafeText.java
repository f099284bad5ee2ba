package dev.hearth.model;

import java.util.stream.Collectors;

/// Text of strangers, made safe to print: the only place that decides which characters are
/// dangerous. Whatever drives a terminal, breaks a line or reorders what stands around it becomes a
/// visible escape (`\n`, `\u001b`, `\u202e`). Everything else, backslashes and the joiners of emoji
/// included, stays as it is. Stateless.
public final class SafeText {
    private SafeText() {}

    /// `text` on one line.
    public static String line(String text) {
        if (text.codePoints().noneMatch(SafeText::isDangerous)) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> append(line, c));
        return line.toString();
    }

    /// `text` with its line breaks, each of them as `\n`.
    public static String lines(String text) {
        return text.lines().map(SafeText::line).collect(Collectors.joining("\n"));
    }

    /// Whether [#line] shows `codePoint` as an escape.
    public static boolean isDangerous(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    true;
            case Character.FORMAT -> isBidiControl(codePoint) || isUnseenFormat(codePoint);
            default -> false;
        };
    }

    /// Unicode's property Bidi_Control: marks that set the direction of what stands around them.
    public static boolean isBidiControl(int codePoint) {
        return codePoint == 0x061C
                || codePoint == 0x200E
                || codePoint == 0x200F
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    /// Deprecated shaping controls, annotations, and the byte order mark: a few terminals act on
    /// them, no text needs them. Joiners, soft hyphens and the tags of flags are not among them.
    private static boolean isUnseenFormat(int codePoint) {
        return (codePoint >= 0x206A && codePoint <= 0x206F)
                || (codePoint >= 0xFFF9 && codePoint <= 0xFFFB)
                || codePoint == 0xFEFF;
    }

    private static void append(StringBuilder line, int codePoint) {
        if (!isDangerous(codePoint)) {
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
}
