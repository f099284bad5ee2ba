package dev.hearth.ui.kit;

import java.text.Bidi;
import java.text.BreakIterator;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;

/// Keeps texts with right-to-left script away from the wrapping of JavaFX.
///
/// JavaFX 23 to 26 on Linux throws in the middle of a layout
/// (`PrismTextLayout.computeTrailingSpaceWidth`, ArrayIndexOutOfBoundsException) when it has to
/// wrap a line of Arabic or Hebrew, in every control: once it has split a run, the offsets of its
/// glyphs are wrong. It is fine as long as no line is too long. So such lines are broken here,
/// before JavaFX sees them, or not wrapped at all. Any thread.
public final class RightToLeft {
    /// Signs in a row that are passed over when a place to cut is looked for.
    private static final int LONGEST_SIGNS = 12;

    private RightToLeft() {}

    /// Whether some of `text` runs from right to left.
    public static boolean isIn(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }

    /// `text` with line breaks such that no line is wider than `width`.
    ///
    /// @param whole whether no line is to end at this index, as long as what stands around it fits
    ///   into a line: links stay in one piece
    /// @param measure the width of a piece of text in one line
    public static String broken(
            String text, double width, IntPredicate whole, ToDoubleFunction<String> measure) {
        var lines = new StringBuilder();
        var line = new StringBuilder();
        BreakIterator words = BreakIterator.getLineInstance();
        words.setText(text);
        int start = words.first();
        for (int end = words.next(); end != BreakIterator.DONE; end = words.next()) {
            if (whole.test(end)) {
                continue;
            }
            append(text.substring(start, end), lines, line, width, measure);
            start = end;
        }
        return lines.append(line).toString();
    }

    private static void append(
            String word,
            StringBuilder lines,
            StringBuilder line,
            double width,
            ToDoubleFunction<String> measure) {
        if (!line.isEmpty() && !fits(line + word, width, measure)) {
            endLine(lines, line);
        }
        String rest = word;
        while (!fits(rest, width, measure) && rest.length() > 1) {
            int cut = cut(rest, width, measure);
            line.append(rest, 0, cut);
            endLine(lines, line);
            rest = rest.substring(cut);
        }
        line.append(rest);
        if (rest.endsWith("\n")) {
            lines.append(line);
            line.setLength(0);
        }
    }

    /// Where to cut what is too long for a line: within a word, for a sign at the end of a line
    /// would go to its other side.
    private static int cut(String word, double width, ToDoubleFunction<String> measure) {
        int fits = 1;
        int most = word.length() - 1;
        while (fits < most) {
            int middle = (fits + most + 1) / 2;
            if (fits(word.substring(0, middle), width, measure)) {
                fits = middle;
            } else {
                most = middle - 1;
            }
        }
        int within = fits;
        while (within > fits - LONGEST_SIGNS && within > 1 && !isWithinWord(word, within)) {
            within--;
        }
        int cut = isWithinWord(word, within) ? within : fits;
        return cut > 1 && Character.isLowSurrogate(word.charAt(cut)) ? cut - 1 : cut;
    }

    private static boolean isWithinWord(String text, int at) {
        return Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at));
    }

    private static boolean fits(String line, double width, ToDoubleFunction<String> measure) {
        // The space at its end counts: JavaFX would wrap a line for it, and draw its last word
        // twice.
        String shown = line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
        return measure.applyAsDouble(shown) <= width;
    }

    private static void endLine(StringBuilder lines, StringBuilder line) {
        lines.append(line).append('\n');
        line.setLength(0);
    }
}
