package dev.hearth.ui.text;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// Tooltips with names and words of others, whose emoji are pictures. A screen reader has their
/// text. FX thread only.
public final class EmojiTooltip {
    private EmojiTooltip() {}

    public static Tooltip of(String text) {
        var tooltip = new Tooltip();
        say(tooltip, text);
        return tooltip;
    }

    /// Has a tooltip say something else.
    public static void say(Tooltip tooltip, String text) {
        tooltip.setText(text);
        if (EmojiFinder.in(text).isEmpty()) {
            tooltip.setGraphic(null);
            tooltip.setContentDisplay(ContentDisplay.LEFT);
            return;
        }
        var lines = new VBox();
        text.lines().forEach(line -> lines.getChildren().add(new EmojiLabel(line, "tooltip-line")));
        tooltip.setGraphic(lines);
        tooltip.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }
}
