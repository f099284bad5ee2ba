package dev.hearth.ui.chat;

import dev.hearth.ui.kit.Controls;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Holds the sidebar of a narrow window, over the room, until it is asked for.
final class Drawer {
    private final StackPane root = new StackPane();
    private final Region scrim = new Region();

    Drawer() {
        scrim.getStyleClass().add("scrim");
        scrim.setOnMouseClicked(event -> close());
        root.setAlignment(Pos.CENTER_LEFT);
        root.setId("drawer");
        empty();
        close();
    }

    Node node() {
        return root;
    }

    void fill(Region content) {
        content.setMaxWidth(Region.USE_PREF_SIZE);
        root.getChildren().setAll(scrim, content);
    }

    void empty() {
        root.getChildren().setAll(scrim);
    }

    boolean isOpen() {
        return root.isVisible();
    }

    void open() {
        Controls.show(root, root.getChildren().size() > 1);
    }

    void close() {
        Controls.show(root, false);
    }
}
