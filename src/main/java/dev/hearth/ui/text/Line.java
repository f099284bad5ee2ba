package dev.hearth.ui.text;

import java.util.List;

/// A line of a typeset paragraph.
///
/// @param start the index of its first character in the text
/// @param end the index after its last, without the line break
/// @param fragments what it shows, from left to right
/// @param rightToLeft whether it begins at the right
record Line(int start, int end, List<Fragment> fragments, double width, boolean rightToLeft) {
    Line {
        fragments = List.copyOf(fragments);
    }

    /// Part of a run that stands in one line and runs in one direction.
    ///
    /// @param x its left edge in the line
    record Fragment(Run run, int start, int end, double x, double width, boolean rightToLeft) {
        Fragment shifted(double by) {
            return new Fragment(run, start, end, x + by, width, rightToLeft);
        }
    }
}
