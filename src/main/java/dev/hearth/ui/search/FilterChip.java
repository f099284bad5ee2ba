package dev.hearth.ui.search;

import dev.hearth.ui.kit.Icons;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.text.EmojiLabel;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// A filter of the search as a button: what it lets through, and that there is more to choose from.
final class FilterChip extends Button {
    private static final PseudoClass NARROWED = PseudoClass.getPseudoClass("narrowed");

    private final String key;
    private final Label value = new EmojiLabel("", "search-chip-value");

    /// @param key of the text that says what it filters by
    FilterChip(String id, String key, Runnable action) {
        this.key = key;
        setId(id);
        getStyleClass().add("search-chip");
        var content = new HBox(value, Icons.small(Feather.CHEVRON_DOWN));
        content.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("search-chip-content");
        setGraphic(content);
        setOnAction(event -> action.run());
    }

    /// @param narrowed whether it keeps anything out
    void say(String words, boolean narrowed) {
        value.setText(words);
        setAccessibleText(Texts.text(key, words));
        pseudoClassStateChanged(NARROWED, narrowed);
    }
}
