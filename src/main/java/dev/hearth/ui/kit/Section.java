package dev.hearth.ui.kit;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// Rows of a sheet that belong together, under a title.
public final class Section extends VBox {
    public Section(String titleKey, Node... rows) {
        getStyleClass().add("setting-section");
        getChildren().add(Controls.label(Texts.text(titleKey), "setting-section-title"));
        getChildren().addAll(rows);
    }
}
