package dev.hearth.ui.text;

import javafx.geometry.Bounds;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// A text while it is written, where JavaFX cannot show it: in both directions of writing, wrapped,
/// with what is selected and the caret. It only draws: a text field keeps the text and takes keys.
/// FX thread only.
public final class WrittenText extends Region {
    private final Rectangle caret = new Rectangle(1.5, 0);
    private RichText lines = RichText.words("");
    private int caretIndex;

    public WrittenText() {
        getStyleClass().add("written-text");
        caret.getStyleClass().add("written-caret");
        caret.setManaged(false);
        getChildren().addAll(lines, caret);
    }

    /// @param selectionStart the first selected character; where it is `selectionEnd`, none is
    /// @param caretIndex the character before which the caret stands
    public void show(String text, int selectionStart, int selectionEnd, int caretIndex) {
        if (!text.equals(lines.text())) {
            lines = RichText.words(text);
            getChildren().setAll(lines, caret);
        }
        this.caretIndex = caretIndex;
        lines.resize(getWidth(), getHeight());
        lines.applyCss();
        lines.mark(selectionStart, selectionEnd);
        requestLayout();
    }

    public void showCaret(boolean shown) {
        caret.setVisible(shown);
    }

    /// How high the text is where it may be `width` wide.
    public double heightFor(double width) {
        lines.applyCss();
        return lines.prefHeight(width);
    }

    /// The character nearest to a point of this node.
    public int indexAt(double x, double y) {
        return lines.indexAt(x, y);
    }

    /// Where the caret stands.
    public Bounds caret() {
        return lines.carets().caret(caretIndex);
    }

    /// The character above or, if positive, below the one at `index`, by lines.
    public int across(int index, int by) {
        Bounds from = lines.carets().caret(index);
        double y = from.getCenterY() + by * from.getHeight();
        if (y < 0) {
            return 0;
        }
        return y > lines.carets().lines().size() * from.getHeight()
                ? lines.text().length()
                : lines.indexAt(from.getMinX(), y);
    }

    /// Where the line begins in which the caret stands before `index`.
    public int lineStart(int index) {
        return line(index).start();
    }

    /// Where that line ends. The space at which it was broken is its last character.
    public int lineEnd(int index) {
        Line line = line(index);
        boolean broken =
                line.end() < lines.text().length() && lines.text().charAt(line.end()) != '\n';
        return broken ? Math.max(line.start(), line.end() - 1) : line.end();
    }

    /// Whether the line begins at the right in which the caret stands before `index`.
    public boolean runsFromRight(int index) {
        return line(index).rightToLeft();
    }

    private Line line(int index) {
        Carets carets = lines.carets();
        return carets.lines().get(carets.lineAt(index));
    }

    @Override
    protected double computePrefHeight(double width) {
        return lines.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        lines.resizeRelocate(0, 0, getWidth(), getHeight());
        Bounds at = caret();
        caret.setX(snapPositionX(Math.clamp(at.getMinX(), 0, Math.max(0, getWidth() - 2))));
        caret.setY(at.getMinY());
        caret.setHeight(at.getHeight() - 2);
    }
}
