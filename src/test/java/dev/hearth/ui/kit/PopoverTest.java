package dev.hearth.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.ui.fakes.PulseRobot;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

final class PopoverTest extends PulseRobot {
    private final Popover popover = new Popover();
    private final Button anchor = new Button("Share");
    private final Button inside = new Button("Copy");
    private final VBox card = new VBox(inside);

    private Stage shown() {
        card.setPrefSize(200, 100);
        var stage = new Stage();
        var root = new StackPane(anchor, popover);
        StackPane.setAlignment(anchor, Pos.TOP_RIGHT);
        popover.closeOnClicksIn(root);
        anchor.setOnAction(
                event -> {
                    if (popover.isOpenAt(anchor)) {
                        popover.close();
                    } else {
                        popover.openBelow(card, anchor, inside);
                    }
                });
        stage.setScene(new Scene(root, 400, 300));
        stage.show();
        return stage;
    }

    @Test
    void belowItsAnchorACardEndsWhereTheAnchorDoes() {
        var stage = new Stage[1];
        interact(() -> stage[0] = shown());
        clickOn(anchor);
        Bounds of = anchor.localToScene(anchor.getLayoutBounds());
        Bounds at = card.localToScene(card.getLayoutBounds());
        assertThat(at.getMinY()).isGreaterThanOrEqualTo(of.getMaxY());
        assertThat(at.getMaxX()).isBetween(of.getMaxX() - 9, of.getMaxX());
        assertThat(inside.isFocused()).isTrue();
        interact(() -> stage[0].setWidth(300));
        Bounds later = card.localToScene(card.getLayoutBounds());
        assertThat(later.getMaxX()).as("it goes with the anchor").isLessThan(at.getMaxX());
        clickOn(anchor);
        assertThat(popover.isOpen())
                .as("the anchor closes it, and does not open it again")
                .isFalse();
        interact(stage[0]::close);
    }
}
