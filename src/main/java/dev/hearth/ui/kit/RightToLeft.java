package dev.hearth.ui.kit;

import java.text.Bidi;

/// Keeps texts with right-to-left script away from the wrapping of JavaFX.
///
/// JavaFX 23 to 26 on Linux throws in the middle of a layout
/// (`PrismTextLayout.computeTrailingSpaceWidth`, ArrayIndexOutOfBoundsException) when it has to
/// wrap a line of Arabic or Hebrew, in every control: once it has split a run, the offsets of its
/// glyphs are wrong. It is fine as long as no line is too long. So such lines are broken before
/// JavaFX sees them, in `ui.text`, or not wrapped at all. Any thread.
public final class RightToLeft {
    private RightToLeft() {}

    /// Whether some of `text` runs from right to left.
    public static boolean isIn(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }
}
