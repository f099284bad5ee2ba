package dev.hearth.ui.kit;

import java.time.Duration;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// Short words at the foot of the window that go away by themselves. FX thread only.
public final class Toasts extends StackPane {
    /// How long.
    public static final Duration SHOWN_FOR = Duration.ofSeconds(5);

    private final Timers timers;
    private final Label words;
    private final Hyperlink action = new Hyperlink();
    private final HBox box;
    private Subscription hiding = Subscription.EMPTY;

    /// @param lettering draws what names of people and rooms are in
    public Toasts(Timers timers, Lettering lettering) {
        this.timers = timers;
        words = lettering.paragraph("", "toast-words");
        words.setId("toast");
        words.setAccessibleRole(AccessibleRole.TEXT);
        action.setId("toast-action");
        action.getStyleClass().add("toast-action");
        action.setMinWidth(USE_PREF_SIZE);
        // It goes away by itself, and would take the keyboard with it.
        action.setFocusTraversable(false);
        box = new HBox(words, action);
        box.getStyleClass().add("toast");
        box.setMaxHeight(USE_PREF_SIZE);
        var line = new HBox(box);
        line.setAlignment(Pos.BOTTOM_CENTER);
        line.setPickOnBounds(false);
        setAlignment(Pos.BOTTOM_CENTER);
        setPickOnBounds(false);
        getStyleClass().add("toasts");
        getChildren().add(line);
        Controls.show(box, false);
    }

    /// Shows `text` in place of whatever was shown, until something else is.
    public void hold(String text) {
        hiding.unsubscribe();
        words.setText(text);
        offerNothing();
        Controls.show(box, true);
        words.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    /// Shows `text` in place of whatever was shown.
    public void show(String text) {
        hold(text);
        hiding = timers.once(SHOWN_FOR, this::hide);
    }

    /// Shows `text` in place of whatever was shown, with something that can be done about it.
    ///
    /// @param does says what `use` does
    public void show(String text, String does, Runnable use) {
        show(text);
        action.setText(does);
        action.setOnAction(
                event -> {
                    hide();
                    use.run();
                });
        Controls.show(action, true);
        box.setMouseTransparent(false);
    }

    /// A click on mere words is for what is under them.
    private void offerNothing() {
        Controls.show(action, false);
        box.setMouseTransparent(true);
    }

    private void hide() {
        hiding.unsubscribe();
        Controls.show(box, false);
    }
}
