package dev.hearth.ui.text;

import dev.hearth.ui.kit.Lettering;
import javafx.scene.control.Label;

/// Labels with pictures for emoji, for what lies over the window. FX thread only.
public final class EmojiLettering implements Lettering {
    @Override
    public Label line(String text, String... styleClasses) {
        return new EmojiLabel(text, styleClasses);
    }

    @Override
    public Label paragraph(String text, String... styleClasses) {
        return EmojiLabel.paragraph(text, styleClasses);
    }
}
