package dev.hearth.ui.composer;

import javafx.geometry.Insets;
import javafx.scene.control.TextArea;
import javafx.scene.text.Text;

/// Lets a text area be as high as its text, up to some lines. JavaFX does not; so the text is
/// measured beside it.
final class GrowingLines {
    /// Longer texts fill every line there is, and measuring them takes time.
    private static final int SURELY_FULL = 4_000;

    private final TextArea area;
    private final TwoWayWriting writing;
    private final int mostLines;
    private final Text ruler = new Text();

    /// @param writing shows what the area itself cannot wrap
    GrowingLines(TextArea area, TwoWayWriting writing, int mostLines) {
        this.area = area;
        this.writing = writing;
        this.mostLines = mostLines;
    }

    void install() {
        area.textProperty().subscribe(this::measure);
        area.widthProperty().subscribe(this::measure);
        area.fontProperty().subscribe(this::measure);
        area.paddingProperty().subscribe(this::measure);
    }

    private void measure() {
        ruler.setFont(area.getFont());
        ruler.setText("X");
        ruler.setWrappingWidth(0);
        double line = ruler.getLayoutBounds().getHeight();
        double most = line * mostLines;
        double height = Math.clamp(textHeight(), line, most);
        Insets around = area.getPadding();
        double wished = Math.ceil(height + around.getTop() + around.getBottom()) + 1;
        area.setMinHeight(wished);
        area.setPrefHeight(wished);
        area.setMaxHeight(wished);
    }

    private double textHeight() {
        String text = area.getText();
        if (text.length() > SURELY_FULL) {
            return Double.MAX_VALUE;
        }
        Insets around = area.getPadding();
        double width = Math.max(1, area.getWidth() - around.getLeft() - around.getRight());
        if (writing.isActive()) {
            return writing.heightFor(width);
        }
        ruler.setWrappingWidth(width);
        // An empty last line counts: the cursor stands in it.
        ruler.setText(text.isEmpty() || text.endsWith("\n") ? text + "X" : text);
        return ruler.getLayoutBounds().getHeight();
    }
}
