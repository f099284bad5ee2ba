package dev.hearth.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.ui.fakes.PulseRobot;
import java.lang.reflect.Field;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ObjectPropertyBase;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

/// Counts the cells that listen to the choice in the picker of emoji.
final class PickerCellTest extends PulseRobot {
    private final EmojiPickerViewModel model = new EmojiPickerViewModel(new EmojiUse());

    private int listeners() {
        try {
            Field field = ObjectPropertyBase.class.getDeclaredField("helper");
            field.setAccessible(true);
            Object helper = field.get(model.chosenProperty());
            if (helper == null) {
                return 0;
            }
            if (!helper.getClass().getSimpleName().equals("Generic")) {
                return 1;
            }
            return size(helper, "invalidationSize") + size(helper, "changeSize");
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("JavaFX looks different inside", e);
        }
    }

    private static int size(Object helper, String name) throws ReflectiveOperationException {
        Field field = Objects.requireNonNull(helper.getClass().getDeclaredField(name));
        field.setAccessible(true);
        return field.getInt(helper);
    }

    @Test
    void aCellListensWhileItIsInTheWindow() {
        var counted = new AtomicInteger();
        interact(
                () -> {
                    int before = listeners();
                    var pane = new StackPane();
                    var scene = new Scene(pane);
                    for (int i = 0; i < 50; i++) {
                        pane.getChildren().setAll(new PickerCell(model, emoji -> {}));
                    }
                    counted.set(listeners() - before);
                    scene.setRoot(new StackPane());
                });
        assertThat(counted.get()).isOne();
    }
}
