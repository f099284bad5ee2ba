package dev.hearth.ui.timeline;

import dev.hearth.model.EntryId;
import java.util.Set;
import java.util.function.Consumer;
import javafx.event.EventType;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Clicks that select: with Ctrl a message, with Shift all from the last one on, and while any is
/// selected every click, whatever it hits in the message.
final class SelectingClicks {
    private static final Set<EventType<MouseEvent>> TAKEN =
            Set.of(
                    MouseEvent.MOUSE_PRESSED,
                    MouseEvent.MOUSE_DRAGGED,
                    MouseEvent.MOUSE_RELEASED,
                    MouseEvent.MOUSE_CLICKED);

    private final SelectedMessages selected;
    private final Consumer<EntryId> focus;

    /// @param focus puts the keyboard on a message
    SelectingClicks(SelectedMessages selected, Consumer<EntryId> focus) {
        this.selected = selected;
        this.focus = focus;
    }

    void install(MessageRow row) {
        row.addEventFilter(MouseEvent.ANY, event -> take(row, event));
    }

    private void take(MessageRow row, MouseEvent event) {
        boolean selects = !selected.isEmpty() || event.isShortcutDown() || event.isShiftDown();
        if (!selects
                || event.getButton() != MouseButton.PRIMARY
                || !TAKEN.contains(event.getEventType())
                || row.isInHead(event)) {
            return;
        }
        if (event.getEventType().equals(MouseEvent.MOUSE_CLICKED) && event.isStillSincePress()) {
            select(row.message().id(), event.isShiftDown());
        }
        event.consume();
    }

    private void select(EntryId id, boolean stretch) {
        // First: with the composer the keyboard would go anywhere.
        focus.accept(id);
        if (stretch) {
            selected.extend(id, id);
        } else {
            selected.toggle(id);
        }
    }
}
