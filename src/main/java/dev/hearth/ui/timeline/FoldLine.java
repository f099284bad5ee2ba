package dev.hearth.ui.timeline;

import dev.hearth.ui.kit.Texts;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/// Under a long text: the link that unfolds it, or folds it again. Beside the link, or under it
/// where both do not fit, a blank keeps the corner free in which the time stands.
final class FoldLine extends FlowPane {
    private final Hyperlink link;
    private final Region blank = new Region();

    FoldLine(boolean unfolded, Runnable toggle) {
        link = new Hyperlink(Texts.text(unfolded ? "message.less" : "message.more"));
        link.getStyleClass().add("fold-link");
        link.setOnAction(event -> toggle.run());
        getChildren().addAll(link, blank);
    }

    void leaveRoom(double width, double height) {
        blank.setMinSize(width, height);
        blank.setPrefSize(width, height);
        setPrefWrapLength(Math.ceil(link.prefWidth(-1)) + width);
    }
}
