package dev.hearth.ui.kit;

import java.time.Duration;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// Short words at the foot of the window that go away by themselves. FX thread only.
public final class Toasts extends StackPane {
    private static final Duration SHOWN_FOR = Duration.ofSeconds(5);

    private final Timers timers;
    private final Label words;
    private Subscription hiding = Subscription.EMPTY;

    /// @param lettering draws what names of people and rooms are in
    public Toasts(Timers timers, Lettering lettering) {
        this.timers = timers;
        words = lettering.paragraph("", "toast");
        words.setId("toast");
        words.setAccessibleRole(AccessibleRole.TEXT);
        var line = new HBox(words);
        line.setAlignment(Pos.BOTTOM_CENTER);
        setAlignment(Pos.BOTTOM_CENTER);
        setMouseTransparent(true);
        getStyleClass().add("toasts");
        getChildren().add(line);
        Controls.show(words, false);
    }

    /// Shows `text` in place of whatever was shown, until something else is.
    public void hold(String text) {
        hiding.unsubscribe();
        words.setText(text);
        Controls.show(words, true);
        words.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    /// Shows `text` in place of whatever was shown.
    public void show(String text) {
        hold(text);
        hiding = timers.once(SHOWN_FOR, () -> Controls.show(words, false));
    }
}
