package dev.hearth.model;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Text of strangers, made safe to print and to show: the only place that decides which characters
/// are dangerous. Whatever drives a terminal, breaks a line or reorders what stands around it
/// becomes a visible escape (`\n`, `\u001b`, `\u202e`). Everything else, backslashes and the
/// joiners of emoji included, stays as it is. Stateless.
public final class SafeText {
    /// Hebrew with vowels and cantillation has four on a letter.
    private static final int MOST_MARKS = 5;

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    /// Grapheme joiner, fillers of Hangul and Khmer, empty Braille pattern.
    private static final String UNSEEN_FILLERS = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

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

    /// `text` for a window: line breaks of every kind are `\n`, tabs and the marks of direction
    /// that Arabic and Hebrew are written with stay, every other control is shown as its escape,
    /// and of marks that pile up on a letter only the first few are left.
    public static String shown(String text) {
        return shown(text, false);
    }

    /// `text` for one line of a window: as [#shown], with a space in place of each line break and
    /// tab.
    public static String shownLine(String text) {
        return shown(text, true);
    }

    private static String shown(String text, boolean oneLine) {
        StringBuilder shown = new StringBuilder(text.length());
        int marks = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            marks = isMark(c) ? marks + 1 : 0;
            if (c == '\r' && i < text.length() && text.charAt(i) == '\n') {
                continue;
            }
            if (isLineBreak(c)) {
                shown.append(oneLine ? ' ' : '\n');
            } else if (c == '\t') {
                shown.append(oneLine ? ' ' : '\t');
            } else if (isPlainDirection(c) || c == BYTE_ORDER_MARK) {
                shown.appendCodePoint(c);
            } else if (marks <= MOST_MARKS) {
                append(shown, c);
            }
        }
        return shown.toString();
    }

    /// `text` with its line breaks of every kind as `\n`.
    public static String lineBreaks(String text) {
        return LINE_BREAK.matcher(text).replaceAll("\n");
    }

    private static boolean isLineBreak(int c) {
        return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    /// The marks that act on their neighbours alone; the others hold until something ends them.
    private static boolean isPlainDirection(int c) {
        return c == 0x061C || c == 0x200E || c == 0x200F;
    }

    /// Whether more marks stand on a letter than any language writes: they leave their line.
    public static boolean pilesUpMarks(String text) {
        int marks = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            marks = isMark(text.codePointAt(i)) ? marks + 1 : 0;
            if (marks > MOST_MARKS) {
                return true;
            }
        }
        return false;
    }

    /// Whether `codePoint` is drawn on the letter before it.
    public static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /// Whether there is nothing to see in `text`. Control characters are seen: as escapes.
    public static boolean isBlank(String text) {
        return text.codePoints()
                .allMatch(
                        c ->
                                isUnseen(c)
                                        && (!Character.isISOControl(c)
                                                || isLineBreak(c)
                                                || c == '\t'));
    }

    /// Whether `codePoint` draws nothing, or only moves what follows: white space of every kind,
    /// joiners, fillers, variation selectors, the empty Braille pattern, and what Unicode reserves
    /// for more of them (Default_Ignorable_Code_Point).
    public static boolean isUnseen(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT,
                    Character.CONTROL,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default ->
                    UNSEEN_FILLERS.indexOf(codePoint) >= 0
                            || (codePoint >= 0x180B && codePoint <= 0x180F)
                            || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                            || codePoint == 0x2065
                            || (codePoint >= 0xFFF0 && codePoint <= 0xFFF8)
                            || (codePoint >= 0xE0000 && codePoint <= 0xE0FFF);
        };
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
