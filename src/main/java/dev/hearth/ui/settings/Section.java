package dev.hearth.ui.settings;

import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Texts;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// Settings that belong together, under a title.
final class Section extends VBox {
    Section(String titleKey, Node... rows) {
        getStyleClass().add("setting-section");
        getChildren().add(Controls.label(Texts.text(titleKey), "setting-section-title"));
        getChildren().addAll(rows);
    }
}
