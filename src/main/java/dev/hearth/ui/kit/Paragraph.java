package dev.hearth.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// A label that may take several lines. JavaFX breaks them, except where some of the text runs from
/// right to left: there its wrapping fails (see [RightToLeft]), so this breaks them between words
/// before JavaFX sees them.
final class Paragraph extends Label {
    private static final Text RULER = new Text();

    /// The text as it was given.
    private String whole = "";

    private boolean breaking;

    Paragraph(String text) {
        textProperty().subscribe(this::given);
        fontProperty().subscribe(() -> show(whole));
        setText(text);
        setMinHeight(USE_PREF_SIZE);
    }

    private void given(String text) {
        if (!breaking) {
            whole = text == null ? "" : text;
            setWrapText(!RightToLeft.isIn(whole));
        }
    }

    private boolean isBroken() {
        return !isWrapText();
    }

    private void show(String text) {
        if (!text.equals(getText())) {
            breaking = true;
            setText(text);
            breaking = false;
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double around() {
        return snappedLeftInset() + snappedRightInset();
    }

    @Override
    protected double computePrefWidth(double height) {
        return isBroken()
                ? snapSizeX(width(whole, getFont()) + around())
                : super.computePrefWidth(height);
    }

    @Override
    protected double computeMinWidth(double height) {
        return isBroken() ? around() : super.computeMinWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        if (isBroken() && width > 0) {
            show(broken(width - around()));
        }
        return super.computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        if (isBroken()) {
            show(broken(getWidth() - around()));
        }
        super.layoutChildren();
    }

    private String broken(double width) {
        List<String> lines = new ArrayList<>();
        for (String given : whole.split("\n", -1)) {
            var line = new StringBuilder();
            for (String word : given.split(" ", -1)) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && width(longer, getFont()) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                    line.append(word);
                } else {
                    line.setLength(0);
                    line.append(longer);
                }
            }
            lines.add(line.toString());
        }
        return String.join("\n", lines);
    }

    private static double width(String line, Font font) {
        RULER.setFont(font);
        RULER.setText(line);
        return RULER.getLayoutBounds().getWidth();
    }
}
