package dev.hearth.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.ui.fakes.PulseRobot;
import dev.hearth.ui.text.EmojiUse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Counts how often the composer asks who can be called.
final class CompletionNamesTest extends PulseRobot {
    private final AtomicInteger asked = new AtomicInteger();
    private @Nullable Stage stage;

    private List<String> names() {
        asked.incrementAndGet();
        return List.of("Amina", "Jonas");
    }

    private void show() {
        interact(
                () -> {
                    var field = new TextArea();
                    new CompletionPopup(field, this::names, new EmojiUse());
                    stage = new Stage();
                    stage.setScene(new Scene(field, 300, 200));
                    stage.show();
                    field.requestFocus();
                });
    }

    @AfterEach
    void close() {
        if (stage != null) {
            interact(stage::close);
        }
    }

    @Test
    void theyAreAskedForOncePerName() {
        show();
        write("hello everybody, how are you");
        assertThat(asked.get()).as("no name begins").isZero();
        write(" @am");
        assertThat(asked.get()).isOne();
        write("xyz and so on");
        assertThat(asked.get()).as("one name, though nobody is called so").isOne();
        write(" @j");
        assertThat(asked.get()).isEqualTo(2);
    }
}
