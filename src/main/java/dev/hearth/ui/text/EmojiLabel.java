package dev.hearth.ui.text;

import dev.hearth.ui.kit.RightToLeft;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// A label whose emoji are pictures. A text without any is an ordinary label. FX thread only.
public final class EmojiLabel extends Label {
    private final boolean wraps;
    private @Nullable RichText line;

    /// A text in one line, cut where there is no room for it.
    public EmojiLabel(String text, String... styleClasses) {
        this(false, text, styleClasses);
    }

    private EmojiLabel(boolean wraps, String text, String... styleClasses) {
        this.wraps = wraps;
        getStyleClass().addAll(styleClasses);
        textProperty().subscribe(this::read);
        textFillProperty().subscribe(this::paint);
        setText(text);
    }

    /// A text in as many lines as it takes, in both directions of writing.
    public static EmojiLabel paragraph(String text, String... styleClasses) {
        var label = new EmojiLabel(true, text, styleClasses);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private void read(@Nullable String text) {
        if (text == null || !isDrawn(text)) {
            line = null;
            setGraphic(null);
            setContentDisplay(ContentDisplay.LEFT);
            setWrapText(wraps);
            return;
        }
        setWrapText(false);
        line = wraps ? RichText.words(text) : RichText.oneLine(text);
        paint();
        setGraphic(line);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    /// Whether the text needs more than a label of JavaFX can do.
    private boolean isDrawn(String text) {
        return !EmojiFinder.in(text).isEmpty() || (wraps && RightToLeft.isIn(text));
    }

    private void paint() {
        if (line != null) {
            line.paint(getTextFill());
        }
    }

    @Override
    public @Nullable Orientation getContentBias() {
        return wraps ? Orientation.HORIZONTAL : super.getContentBias();
    }

    private double inner(double width) {
        Insets around = getInsets();
        return Math.max(1, width - around.getLeft() - around.getRight());
    }

    @Override
    protected void layoutChildren() {
        if (line != null) {
            // The skin gives a picture the width it likes, without asking whether there is room.
            line.setMaxWidth(inner(getWidth()));
            line.setPrefWidth(Math.min(line.wholeWidth(), line.getMaxWidth()));
        }
        super.layoutChildren();
    }

    @Override
    protected double computePrefWidth(double height) {
        return line == null
                ? super.computePrefWidth(height)
                : snapSizeX(line.wholeWidth()) + snappedLeftInset() + snappedRightInset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return line == null
                ? super.computeMinWidth(height)
                : snappedLeftInset() + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        return line == null || !wraps
                ? super.computePrefHeight(width)
                : snapSizeY(line.computePrefHeight(width < 0 ? -1 : inner(width)))
                        + snappedTopInset()
                        + snappedBottomInset();
    }
}
