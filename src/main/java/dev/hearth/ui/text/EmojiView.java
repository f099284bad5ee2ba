package dev.hearth.ui.text;

import javafx.scene.image.ImageView;

/// An emoji as a picture, in pixels of the screen.
public final class EmojiView extends ImageView {
    private final String emoji;
    private int pixels;

    /// @param emoji in its full form
    EmojiView(String emoji, double size) {
        this.emoji = emoji;
        setFitWidth(size);
        setFitHeight(size);
        getStyleClass().add("emoji");
        setMouseTransparent(true);
        setAccessibleText(emoji);
        sceneProperty().subscribe(scene -> draw());
    }

    String emoji() {
        return emoji;
    }

    /// Takes a drawing with a pixel for each pixel of the screen.
    void draw() {
        double scale = Density.of(this);
        int wanted = (int) Math.ceil(getFitWidth() * scale);
        if (getScene() != null && wanted != pixels) {
            pixels = wanted;
            EmojiDrawings.of(emoji, wanted).ifPresent(this::setImage);
        }
    }
}
