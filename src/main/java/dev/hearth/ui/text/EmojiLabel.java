package dev.hearth.ui.text;

import javafx.geometry.Insets;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// A label whose emoji are pictures, in one line. A text without any is an ordinary label. FX
/// thread only.
public final class EmojiLabel extends Label {
    private @Nullable RichText line;

    public EmojiLabel(String text, String... styleClasses) {
        getStyleClass().addAll(styleClasses);
        textProperty().subscribe(this::read);
        textFillProperty().subscribe(this::paint);
        setText(text);
    }

    private void read(@Nullable String text) {
        if (text == null || EmojiFinder.in(text).isEmpty()) {
            line = null;
            setGraphic(null);
            setContentDisplay(ContentDisplay.LEFT);
            return;
        }
        line = RichText.oneLine(text);
        paint();
        setGraphic(line);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    private void paint() {
        if (line != null) {
            line.paint(getTextFill());
        }
    }

    @Override
    protected void layoutChildren() {
        if (line != null) {
            Insets around = getInsets();
            // The skin gives a picture the width it likes, without asking whether there is room.
            line.setMaxWidth(Math.max(1, getWidth() - around.getLeft() - around.getRight()));
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
}
