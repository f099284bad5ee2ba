package dev.hearth.ui.timeline;

import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// The way back to the latest message, with the number of those that came meanwhile.
final class LatestPill {
    private final StackPane root = new StackPane();

    LatestPill(TimelineModel model, BottomKeeper bottom) {
        Button button =
                Controls.iconButton(
                        Feather.CHEVRON_DOWN,
                        Texts.text("timeline.latest"),
                        bottom::jump,
                        "latest-button");
        button.setId("latest");
        Label count = Controls.label("", "count", "latest-count");
        count.textProperty().bind(model.unreadProperty().map(Controls::count));
        count.visibleProperty().bind(model.unreadProperty().greaterThan(0));
        count.setMouseTransparent(true);
        StackPane.setAlignment(button, Pos.BOTTOM_CENTER);
        StackPane.setAlignment(count, Pos.TOP_CENTER);
        root.getChildren().addAll(button, count);
        root.getStyleClass().add("latest");
        root.setMaxSize(StackPane.USE_PREF_SIZE, StackPane.USE_PREF_SIZE);
        root.setPickOnBounds(false);
        root.visibleProperty().bind(bottom.stickingProperty().not());
        StackPane.setAlignment(root, Pos.BOTTOM_RIGHT);
    }

    Node node() {
        return root;
    }
}
