package dev.hearth.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The disc of a person in a list, with a dot while they are here.
public final class Face extends StackPane {
    public Face(double size, String name, boolean here) {
        super(new Avatar(size, name));
        setMinSize(size, size);
        setMaxSize(size, size);
        if (here) {
            var dot = new Region();
            dot.getStyleClass().add("presence-dot");
            setAlignment(dot, Pos.BOTTOM_RIGHT);
            getChildren().add(dot);
        }
    }
}
