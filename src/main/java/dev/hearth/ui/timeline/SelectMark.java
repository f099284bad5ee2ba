package dev.hearth.ui.timeline;

import dev.hearth.ui.kit.Icons;
import javafx.css.PseudoClass;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// Beside a message while messages are selected: whether it is.
final class SelectMark extends StackPane {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    SelectMark(boolean selected) {
        getStyleClass().add("select-mark");
        pseudoClassStateChanged(SELECTED, selected);
        if (selected) {
            getChildren().add(Icons.small(Feather.CHECK));
        }
        setMouseTransparent(true);
    }
}
