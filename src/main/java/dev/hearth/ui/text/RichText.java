package dev.hearth.ui.text;

import dev.hearth.model.SearchHits.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// A paragraph: words in several looks, links, emoji, in both directions of writing. FX thread
/// only.
///
/// JavaFX draws its fragments; [Typesetter] says where. They are made anew only when the lines
/// change, and asking for a layout because of that is suppressed, so an idle window does nothing.
class RichText extends Region {
    private static final double LINE_SPACING = 3;
    private static final double EMOJI_SIZE = 1.3;

    /// How much of an emoji stands above the line that letters stand on.
    private static final double EMOJI_ASCENT = 0.81;

    private static final double CODE_AROUND = 3;
    private static final int MOST_KEPT_WIDTHS = 4;

    /// No screen is wider. A word of 10,000 letters is not measured to its end to find out.
    private static final double WIDEST = 4_000;

    private final String text;
    private final LookFonts fonts;
    private final FragmentNodes fragments;
    private final Map<Double, List<Line>> typeset = new HashMap<>();
    private final Typesetter typesetter;
    private final Marks marks = new Marks();
    private List<Line> shown = List.of();
    private double emojiSize;
    private boolean wraps = true;
    private boolean bare;
    private boolean oneLine;
    private boolean arranging;
    private double tailWidth;
    private double tailHeight;

    /// @param links opens the link that is clicked
    RichText(List<Span> spans, Consumer<String> links) {
        text = spans.stream().map(Span::text).collect(Collectors.joining());
        List<Run> runs = Run.of(spans);
        fonts = new LookFonts(runs, this::forget);
        fragments = new FragmentNodes(text, links);
        typesetter = new Typesetter(text, runs, new FontMeasure());
        getStyleClass().add("rich-text");
        setAccessibleText(text);
        // Left is left here, whichever way the window runs; lines know their side themselves.
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        getChildren().add(marks);
        getChildren().addAll(fonts.nodes());
    }

    /// A text without looks or links.
    static RichText words(String text) {
        return new RichText(List.of(Span.words(text, Look.PLAIN)), target -> {});
    }

    /// A text in one line, which is cut where there is no room for it.
    static RichText oneLine(String text) {
        var line =
                new RichText(
                        List.of(Span.words(text, Look.PLAIN), Span.words("…", Look.PLAIN)),
                        target -> {});
        line.oneLine = true;
        line.wraps = false;
        return line;
    }

    String text() {
        return text;
    }

    /// Draws words in this colour, whatever the style sheet says.
    void paint(Paint paint) {
        fragments.paint(paint);
        getChildren().stream()
                .filter(Text.class::isInstance)
                .forEach(words -> ((Text) words).setFill(paint));
    }

    /// Whether the last line ends at the left.
    boolean endsAtLeft() {
        List<Line> lines = lines(getWidth());
        return !lines.isEmpty() && lines.getLast().rightToLeft();
    }

    /// Draws emoji this large; 0 as large as the text asks for.
    void setEmojiSize(double size) {
        emojiSize = size;
        forget();
    }

    /// Lets lines be as long as they were written, and code without a ground of its own.
    void setBare() {
        wraps = false;
        bare = true;
        forget();
    }

    /// Keeps `width` by `height` pixels free after the last word.
    void leaveRoom(double width, double height) {
        if (width != tailWidth || height != tailHeight) {
            tailWidth = width;
            tailHeight = height;
            requestLayout();
        }
    }

    private void forget() {
        typeset.clear();
        shown = List.of();
        requestLayout();
    }

    private double emoji() {
        return emojiSize > 0 ? emojiSize : Math.ceil(fonts.of(Look.PLAIN).getSize() * EMOJI_SIZE);
    }

    private double textHeight() {
        return LineMetrics.of(fonts.of(Look.PLAIN)).height();
    }

    private double pitch() {
        double text = snapSizeY(textHeight()) + LINE_SPACING;
        return emojiSize > 0 ? Math.max(text, emojiSize + LINE_SPACING) : text;
    }

    private double baseline() {
        return emojiSize > 0
                ? emojiSize * EMOJI_ASCENT
                : snapPositionY(LineMetrics.of(fonts.of(Look.PLAIN)).ascent());
    }

    private List<Line> lines(double width) {
        double widest = wraps ? WIDEST : Double.POSITIVE_INFINITY;
        double room = (wraps || oneLine) && width > 0 ? width : widest;
        if (typeset.size() > MOST_KEPT_WIDTHS) {
            typeset.clear();
        }
        return typeset.computeIfAbsent(room, oneLine ? typesetter::oneLine : typesetter::lines);
    }

    @Override
    public void requestLayout() {
        if (!arranging) {
            super.requestLayout();
        }
    }

    @Override
    public @Nullable Orientation getContentBias() {
        return wraps ? Orientation.HORIZONTAL : null;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        double widest = tailWidth;
        List<Line> lines = lines(-1);
        for (Line line : lines) {
            boolean last = line.equals(lines.getLast());
            widest = Math.max(widest, line.width() + (last ? tailWidth : 0));
        }
        return Math.ceil(widest) + snappedLeftInset() + snappedRightInset();
    }

    /// The width of the text where nothing is cut.
    double wholeWidth() {
        return computePrefWidth(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        List<Line> lines = lines(width);
        double height = lines.size() * pitch();
        double last = lines.isEmpty() ? 0 : lines.getLast().width();
        boolean fits = width <= 0 || oneLine || last + tailWidth <= width + 1;
        return Math.ceil(fits ? height : height + tailHeight);
    }

    @Override
    public double getBaselineOffset() {
        return baseline();
    }

    @Override
    protected void layoutChildren() {
        boolean otherFonts;
        arranging = true;
        try {
            arrange();
            // The new nodes got their style, and with it other fonts than were measured with.
            otherFonts = typeset.isEmpty();
            if (otherFonts) {
                arrange();
            }
            place();
        } finally {
            arranging = false;
        }
        if (otherFonts) {
            requestLayout();
        }
    }

    private void arrange() {
        List<Line> lines = lines(getWidth());
        if (!lines.equals(shown)) {
            shown = lines;
            rebuild();
        }
    }

    private void rebuild() {
        List<Node> nodes = new ArrayList<>();
        nodes.add(marks);
        for (Line line : shown) {
            for (Line.Fragment fragment : line.fragments()) {
                nodes.addAll(fragments.of(fragment, emoji(), !bare));
            }
        }
        nodes.addAll(fonts.nodes());
        getChildren().setAll(nodes);
        // New nodes would be without their style until the next pulse.
        if (getScene() != null) {
            nodes.forEach(Node::applyCss);
        }
    }

    private void place() {
        var nodes = getChildren().iterator();
        nodes.next();
        Carets carets = carets();
        double widest = 0;
        for (int i = 0; i < shown.size(); i++) {
            Line line = shown.get(i);
            double left = snapPositionX(carets.left(line));
            widest = Math.max(widest, line.width());
            for (Line.Fragment fragment : line.fragments()) {
                Node node = nodes.next();
                if (node instanceof Rectangle back) {
                    back.setX(left + fragment.x());
                    back.setY(i * pitch());
                    back.setWidth(fragment.width());
                    back.setHeight(pitch() - 1);
                    node = nodes.next();
                }
                place(node, fragment, left, i * pitch() + baseline());
            }
        }
        marks.show(carets);
        setClip(widest > getWidth() + 2 ? new Rectangle(getWidth(), getHeight()) : null);
    }

    private void place(Node node, Line.Fragment fragment, double left, double baseline) {
        if (node instanceof EmojiView picture) {
            double gap = (fragment.width() - emoji()) / 2;
            picture.draw();
            picture.relocate(
                    snapPositionX(left + fragment.x() + gap),
                    snapPositionY(baseline - emoji() * EMOJI_ASCENT));
        } else {
            boolean first =
                    fragment.rightToLeft()
                            ? fragment.end() == fragment.run().end()
                            : fragment.start() == fragment.run().start();
            double around = fragment.run().look().code() && first && !bare ? CODE_AROUND : 0;
            node.setLayoutX(left + fragment.x() + around);
            node.setLayoutY(baseline);
        }
    }

    Carets carets() {
        return new Carets(typesetter, text, lines(getWidth()), pitch(), getWidth());
    }

    /// The index between two letters that is nearest to a point of this node.
    int indexAt(double x, double y) {
        return carets().indexAt(x, y);
    }

    /// Marks the characters from `start` to `end`.
    void mark(int start, int end) {
        mark(List.of(new Range(start, end)));
    }

    /// Marks these places and no others.
    final void mark(List<Range> places) {
        marks.mark(places);
        marks.show(carets());
    }

    List<Bounds> range(int start, int end) {
        return carets().range(start, end);
    }

    List<Line> shown() {
        return shown;
    }

    private final class FontMeasure implements Typesetter.Measure {
        @Override
        public double width(String words, Look look) {
            return Rulers.width(words, fonts.of(look));
        }

        @Override
        public double around(Look look) {
            return look.code() && !bare ? CODE_AROUND : 0;
        }

        @Override
        public double emoji() {
            return RichText.this.emoji() + (emojiSize > 0 ? 4 : 2);
        }
    }
}
