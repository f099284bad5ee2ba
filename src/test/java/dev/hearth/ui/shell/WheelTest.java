package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.WindowTest;
import java.util.Optional;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

final class WheelTest extends WindowTest {
    private double top(String words) {
        Node row =
                lookup(".message-row").queryAll().stream()
                        .filter(node -> node.getAccessibleText().contains(words))
                        .findFirst()
                        .orElseThrow();
        return row.localToScene(row.getLayoutBounds()).getMinY();
    }

    @Test
    void aNotchIsAboutAHundredPixels() {
        open();
        interact(() -> window().open(new OpeningWish.Join("10.0.0.7", Optional.empty())));
        interact(
                () -> {
                    world.chat().enter("Amina");
                    for (int i = 0; i < 60; i++) {
                        world.chat().said("Amina", FakeWorld.NOW, "message number " + i + ".");
                    }
                });
        moveTo("#timeline");
        double before = top("number 55.");
        scroll(1, VerticalDirection.UP);
        settle();
        assertThat(top("number 55.") - before).isBetween(90.0, 110.0);
        scroll(1, VerticalDirection.DOWN);
        settle();
        assertThat(top("number 55.")).isBetween(before - 1, before + 1);
    }
}
