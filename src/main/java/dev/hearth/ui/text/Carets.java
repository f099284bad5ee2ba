package dev.hearth.ui.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import org.jspecify.annotations.Nullable;

/// Where characters of a typeset paragraph stand, and which one stands at a place.
///
/// @param pitch the height of a line
/// @param width what the lines are aligned in
record Carets(Typesetter typesetter, String text, List<Line> lines, double pitch, double width) {
    double left(Line line) {
        return line.rightToLeft() ? width - line.width() : 0;
    }

    /// The index between two letters that is nearest to a point.
    int indexAt(double x, double y) {
        if (lines.isEmpty()) {
            return 0;
        }
        Line line = lines.get(Math.clamp((int) Math.floor(y / pitch), 0, lines.size() - 1));
        double at = x - left(line);
        if (line.fragments().isEmpty()) {
            return line.start();
        }
        for (Line.Fragment fragment : line.fragments()) {
            if (at < fragment.x() + fragment.width()) {
                return indexIn(fragment, at - fragment.x());
            }
        }
        return indexIn(line.fragments().getLast(), Double.MAX_VALUE);
    }

    private int indexIn(Line.Fragment fragment, double x) {
        double along = fragment.rightToLeft() ? fragment.width() - x : x;
        if (along <= 0) {
            return fragment.start();
        }
        if (along >= fragment.width()) {
            return fragment.end();
        }
        if (fragment.run().drawing().isPresent()) {
            return along < fragment.width() / 2 ? fragment.start() : fragment.end();
        }
        BreakIterator letters = BreakIterator.getCharacterInstance();
        letters.setText(text.substring(fragment.start(), fragment.end()));
        int before = fragment.start();
        double beforeAt = 0;
        for (int at = letters.next(); at != BreakIterator.DONE; at = letters.next()) {
            int index = fragment.start() + at;
            double indexAt = typesetter.width(fragment.run(), fragment.start(), index);
            if (indexAt >= along) {
                return along - beforeAt < indexAt - along ? before : index;
            }
            before = index;
            beforeAt = indexAt;
        }
        return fragment.end();
    }

    /// Where the caret stands before the character at `index`: a box without width.
    Bounds caret(int index) {
        int at = lineAt(index);
        Line line = lines.get(at);
        return new BoundingBox(left(line) + along(line, index), at * pitch, 0, pitch);
    }

    /// The line in which the caret stands before the character at `index`.
    int lineAt(int index) {
        int at = lines.size() - 1;
        while (at > 0 && lines.get(at).start() > index) {
            at--;
        }
        return at;
    }

    private double along(Line line, int index) {
        Line.@Nullable Fragment before = null;
        for (Line.Fragment fragment : line.fragments()) {
            if (fragment.start() <= index && index < fragment.end()) {
                double width = typesetter.width(fragment.run(), fragment.start(), index);
                return fragment.x() + (fragment.rightToLeft() ? fragment.width() - width : width);
            }
            if (fragment.end() <= index && (before == null || before.end() < fragment.end())) {
                before = fragment;
            }
        }
        if (before == null) {
            return line.rightToLeft() ? line.width() : 0;
        }
        return before.x() + (before.rightToLeft() ? 0 : before.width());
    }

    /// The places of the characters from `start` to `end`.
    List<Bounds> range(int start, int end) {
        List<Bounds> places = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.end() <= start || line.start() >= end) {
                continue;
            }
            for (Line.Fragment fragment : line.fragments()) {
                int first = Math.max(start, fragment.start());
                int last = Math.min(end, fragment.end());
                if (first < last) {
                    places.add(place(fragment, first, last, left(line), i * pitch));
                }
            }
        }
        return places;
    }

    private Bounds place(Line.Fragment fragment, int first, int last, double left, double y) {
        double from = typesetter.width(fragment.run(), fragment.start(), first);
        double to =
                last == fragment.end()
                        ? fragment.width()
                        : typesetter.width(fragment.run(), fragment.start(), last);
        double x = fragment.rightToLeft() ? fragment.width() - to : from;
        return new BoundingBox(left + fragment.x() + x, y, to - from, pitch);
    }
}
