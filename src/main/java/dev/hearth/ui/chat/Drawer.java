package dev.hearth.ui.chat;

import dev.hearth.ui.kit.Controls;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Holds the sidebar of a narrow window, over the room, until it is asked for.
final class Drawer {
    private static final double SIGHT = 48;

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
        content.maxWidthProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () -> widthOf(content),
                                root.widthProperty(),
                                content.prefWidthProperty()));
        root.getChildren().setAll(scrim, content);
    }

    /// Some of the room stays in sight, to click at.
    private double widthOf(Region content) {
        return Math.max(0, Math.min(content.getPrefWidth(), root.getWidth() - SIGHT));
    }

    void empty() {
        root.getChildren().stream()
                .filter(content -> content instanceof Region && !content.equals(scrim))
                .forEach(content -> letGo((Region) content));
        root.getChildren().setAll(scrim);
    }

    private static void letGo(Region content) {
        content.maxWidthProperty().unbind();
        content.setMaxWidth(Region.USE_COMPUTED_SIZE);
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
