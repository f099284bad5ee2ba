package dev.hearth.ui.text;

import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Breaks a paragraph into lines and puts what runs in one direction into its place, by Unicode's
/// bidirectional algorithm. JavaFX gets single fragments that it need neither wrap nor reorder: on
/// Linux it throws when it wraps right-to-left text.
final class Typesetter {
    /// The width of some characters in a look.
    interface Measure {
        double width(String text, Look look);

        double emoji();

        /// The room before the first and after the last character of a look.
        double around(Look look);
    }

    /// More fragments nobody reads, and each is a node.
    static final int MOST_FRAGMENTS = 4_000;

    /// As many letters are measured at first of what may be wider than a line.
    private static final int FIRST_PART = 16;

    /// Words are measured one by one, and a line as a whole is a little wider or narrower.
    private static final double ROUNDING = 0.5;

    private final String text;
    private final List<Run> runs;
    private final Measure measure;
    private final List<Line> lines = new ArrayList<>();
    private double room;
    private int fragments;

    Typesetter(String text, List<Run> runs, Measure measure) {
        this.text = text;
        this.runs = runs;
        this.measure = measure;
    }

    /// The lines of the paragraph where a line may be `width` wide.
    List<Line> lines(double width) {
        room = width + ROUNDING;
        lines.clear();
        fragments = 0;
        int start = 0;
        while (start <= text.length() && fragments < MOST_FRAGMENTS) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            new Paragraph(start, end).set();
            start = end + 1;
        }
        return List.copyOf(lines);
    }

    /// The text in one line, cut where it would be wider than `width`. Its last run is the sign
    /// that says so.
    List<Line> oneLine(double width) {
        Run sign = runs.getLast();
        lines.clear();
        room = width(0, sign.start()) <= width + ROUNDING ? Double.POSITIVE_INFINITY : width;
        if (Double.isInfinite(room)) {
            new Paragraph(0, sign.start()).set();
            return List.copyOf(lines);
        }
        double signWidth = width(sign, sign.start(), sign.end());
        room = Math.max(0, width - signWidth);
        new Paragraph(0, Math.max(1, new Paragraph(0, sign.start()).cut(0, sign.start()))).set();
        Line cut = lines.getFirst();
        double shift = cut.rightToLeft() ? signWidth : 0;
        List<Line.Fragment> all = new ArrayList<>();
        cut.fragments().forEach(each -> all.add(each.shifted(shift)));
        double x = cut.rightToLeft() ? 0 : cut.width();
        all.add(new Line.Fragment(sign, sign.start(), sign.end(), x, signWidth, false));
        return List.of(new Line(0, cut.end(), all, cut.width() + signWidth, cut.rightToLeft()));
    }

    /// The width of the characters from `start` to `end` in one line.
    double width(int start, int end) {
        double width = 0;
        for (int i = runAt(start); i < runs.size() && runs.get(i).start() < end; i++) {
            Run run = runs.get(i);
            width += width(run, Math.max(start, run.start()), Math.min(end, run.end()));
        }
        return width;
    }

    double width(Run run, int start, int end) {
        if (start >= end) {
            return 0;
        }
        if (run.drawing().isPresent()) {
            return measure.emoji();
        }
        double around = measure.around(run.look());
        return measure.width(text.substring(start, end), run.look())
                + (start == run.start() ? around : 0)
                + (end == run.end() ? around : 0);
    }

    /// The index of the run that holds the character at `index`.
    private int runAt(int index) {
        int low = 0;
        int high = runs.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (runs.get(middle).end() <= index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// What stands between two line breaks of the author.
    private final class Paragraph {
        private final int start;
        private final int end;
        private final @Nullable Bidi bidi;
        private final boolean rightToLeft;
        private int lineStart;
        private double lineWidth;
        private @Nullable Run link;
        private boolean linkFits;

        Paragraph(int start, int end) {
            this.start = start;
            this.end = end;
            char[] characters = text.substring(start, end).toCharArray();
            bidi =
                    Bidi.requiresBidi(characters, 0, characters.length)
                            ? new Bidi(new String(characters), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT)
                            : null;
            rightToLeft = bidi != null && !bidi.baseIsLeftToRight();
        }

        void set() {
            lineStart = start;
            if (widthInLine(start, end) > room) {
                BreakIterator words = BreakIterator.getLineInstance();
                words.setText(text.substring(start, end));
                int from = start;
                for (int at = words.next(); at != BreakIterator.DONE; at = words.next()) {
                    if (start + at == end || mayBreak(start + at)) {
                        add(from, start + at);
                        from = start + at;
                    }
                    if (fragments >= MOST_FRAGMENTS) {
                        return;
                    }
                }
            }
            endLine(end);
        }

        /// Emoji stay whole, and so do links that fit into a line.
        private boolean mayBreak(int at) {
            Run run = runs.get(runAt(at));
            if (run.start() == at) {
                return true;
            }
            return run.drawing().isEmpty() && !(run.target().isPresent() && fits(run));
        }

        /// A link has many places where it may break, and is measured once.
        private boolean fits(Run run) {
            if (!run.equals(link)) {
                link = run;
                linkFits = widthInLine(run.start(), run.end()) <= room;
            }
            return linkFits;
        }

        /// The width of the characters from `from` to `to`, or infinity as soon as it is clear that
        /// they do not fit into a line.
        private double widthInLine(int from, int to) {
            if (Double.isInfinite(room)) {
                return width(from, to);
            }
            for (int part = FIRST_PART; part < to - from; part *= 2) {
                if (width(from, from + part) > room) {
                    return Double.POSITIVE_INFINITY;
                }
            }
            return width(from, to);
        }

        private void add(int from, int to) {
            int shownEnd = withoutSpace(from, to);
            double shown = widthInLine(from, shownEnd);
            if (lineWidth + shown > room && from > lineStart) {
                endLine(from);
            }
            int rest = shown > room ? cutUp(from, shownEnd) : from;
            lineWidth += width(rest, to);
        }

        /// Fills lines with a word that is wider than one.
        ///
        /// @return where the line begins that is not full
        private int cutUp(int from, int to) {
            int rest = from;
            int cut = cut(rest, to);
            while (cut < to && fragments < MOST_FRAGMENTS) {
                endLine(cut);
                rest = cut;
                cut = cut(rest, to);
            }
            return rest;
        }

        /// Where a word that is wider than a line is cut: between letters as people see them. Looks
        /// at about as many letters as fit, however long the word is.
        private int cut(int from, int to) {
            int part = FIRST_PART;
            while (part < to - from && width(from, from + part) <= room) {
                part *= 2;
            }
            int most = Math.min(to, from + part);
            if (most == to && width(from, to) <= room) {
                return to;
            }
            return cutWithin(from, most);
        }

        /// @param most so many are too wide
        private int cutWithin(int from, int most) {
            BreakIterator letters = BreakIterator.getCharacterInstance();
            letters.setText(text.substring(from, most));
            int low = letters.following(0);
            int first = from + (low == BreakIterator.DONE ? most - from : low);
            int fits = first;
            int high = most;
            while (fits < high) {
                int middle = boundary(letters, from, (fits + high + 1) >>> 1, fits);
                if (middle <= fits) {
                    break;
                }
                if (width(from, middle) <= room) {
                    fits = middle;
                } else {
                    high = middle - 1;
                }
            }
            Run run = runs.get(runAt(Math.min(fits, text.length() - 1)));
            return run.drawing().isPresent() && run.start() < fits && fits < run.end()
                    ? run.end()
                    : fits;
        }

        private int boundary(BreakIterator letters, int from, int at, int low) {
            int local = at - from;
            if (letters.isBoundary(local)) {
                return at;
            }
            int before = letters.preceding(local);
            return before == BreakIterator.DONE ? low : from + before;
        }

        private int withoutSpace(int from, int to) {
            int last = to;
            while (last > from && Character.isWhitespace(text.charAt(last - 1))) {
                last--;
            }
            return last;
        }

        private void endLine(int at) {
            int shownEnd = at == end ? at : withoutSpace(lineStart, at);
            List<Piece> pieces = pieces(lineStart, shownEnd);
            List<Line.Fragment> placed = new ArrayList<>();
            double x = 0;
            for (Piece piece : pieces) {
                double width = width(piece.run(), piece.start(), piece.end());
                placed.add(
                        new Line.Fragment(
                                piece.run(), piece.start(), piece.end(), x, width, piece.turned()));
                x += width;
            }
            fragments += Math.max(1, placed.size());
            lines.add(new Line(lineStart, at, placed, x, rightToLeft));
            lineStart = at;
            lineWidth = 0;
        }

        /// The pieces of a line from left to right.
        private List<Piece> pieces(int from, int to) {
            List<Piece> pieces = new ArrayList<>();
            if (bidi == null || from >= to) {
                split(from, to, 0, pieces);
                return pieces;
            }
            Bidi line = bidi.createLineBidi(from - start, to - start);
            for (int i = 0; i < line.getRunCount(); i++) {
                int level = line.getRunLevel(i);
                split(from + line.getRunStart(i), from + line.getRunLimit(i), level, pieces);
            }
            byte[] levels = new byte[pieces.size()];
            for (int i = 0; i < levels.length; i++) {
                levels[i] = (byte) pieces.get(i).level();
            }
            Object[] ordered = pieces.toArray();
            Bidi.reorderVisually(levels, 0, ordered, 0, ordered.length);
            List<Piece> visual = new ArrayList<>();
            for (Object piece : ordered) {
                visual.add((Piece) piece);
            }
            return visual;
        }

        private void split(int from, int to, int level, List<Piece> pieces) {
            for (int i = runAt(from); i < runs.size() && runs.get(i).start() < to; i++) {
                Run run = runs.get(i);
                int first = Math.max(from, run.start());
                int last = Math.min(to, run.end());
                if (first < last && level % 2 == 1 && run.drawing().isEmpty()) {
                    splitTurned(run, first, last, level, pieces);
                } else if (first < last) {
                    pieces.add(new Piece(run, first, last, level));
                }
            }
        }

        /// JavaFX puts words and signs of one right-to-left fragment in the wrong order where they
        /// come from different fonts, so each is a fragment of its own.
        private void splitTurned(Run run, int from, int to, int level, List<Piece> pieces) {
            int first = from;
            while (first < to) {
                boolean word = isOfWord(first);
                int last = first;
                while (last < to && isOfWord(last) == word) {
                    last++;
                }
                pieces.add(new Piece(run, first, last, level));
                first = last;
            }
        }

        private boolean isOfWord(int index) {
            return Signs.isOfWord(text.charAt(index));
        }
    }

    private record Piece(Run run, int start, int end, int level) {
        boolean turned() {
            return level % 2 == 1;
        }
    }
}
