package dev.hearth.ui.shell;

import dev.hearth.settings.Appearance;
import dev.hearth.ui.kit.Shortcut;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Text larger, smaller and as it was, by keys that work on every screen and whatever has the
/// focus. A keyboard has several keys for plus, and perhaps only with Shift.
final class TextSizeKeys {
    /// A change of the size of text.
    enum Step {
        LARGER(1, Shortcut.LARGER),
        SMALLER(-1, Shortcut.SMALLER),
        NORMAL(0, Shortcut.NORMAL_SIZE);

        private final int by;
        private final Shortcut shortcut;

        Step(int by, Shortcut shortcut) {
            this.by = by;
            this.shortcut = shortcut;
        }

        static Optional<Step> of(KeyCode code) {
            return switch (code) {
                case PLUS, EQUALS, ADD -> Optional.of(LARGER);
                case MINUS, SUBTRACT -> Optional.of(SMALLER);
                case DIGIT0, NUMPAD0 -> Optional.of(NORMAL);
                default -> Optional.empty();
            };
        }

        /// As a menu shows it.
        Shortcut shortcut() {
            return shortcut;
        }

        void apply(ObjectProperty<Appearance> appearance) {
            Appearance now = appearance.get();
            appearance.set(
                    this == NORMAL
                            ? now.withTextSize(Appearance.NORMAL_SIZE)
                            : now.withTextSizeBy(by));
        }
    }

    private final ObjectProperty<Appearance> appearance;

    TextSizeKeys(ObjectProperty<Appearance> appearance) {
        this.appearance = appearance;
    }

    void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (!event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        Step.of(event.getCode())
                .ifPresent(
                        step -> {
                            step.apply(appearance);
                            event.consume();
                        });
    }
}
