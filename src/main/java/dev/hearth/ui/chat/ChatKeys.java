package dev.hearth.ui.chat;

import dev.hearth.ui.kit.Nodes;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Keys that mean the timeline though the composer has the focus, and the other way round: Page Up
/// and Down turn the pages, Ctrl+C copies what is marked, and what is typed anywhere but in a field
/// lands in the composer.
final class ChatKeys {
    private final Supplier<RoomPane> room;

    ChatKeys(Supplier<RoomPane> room) {
        this.room = room;
    }

    /// @param chat all of the chat
    /// @param column header, messages and composer
    void install(Node chat, Node column) {
        column.addEventFilter(KeyEvent.KEY_PRESSED, this::turnPages);
        column.addEventFilter(KeyEvent.KEY_PRESSED, this::copy);
        chat.addEventHandler(KeyEvent.KEY_TYPED, this::type);
    }

    private void turnPages(KeyEvent event) {
        boolean turns = event.getCode() == KeyCode.PAGE_UP || event.getCode() == KeyCode.PAGE_DOWN;
        if (turns && Nodes.isWithin(event.getTarget(), room.get().composer().node())) {
            room.get().timeline().page(event.getCode() == KeyCode.PAGE_UP ? -1 : 1);
            event.consume();
        }
    }

    private void copy(KeyEvent event) {
        if (event.isShortcutDown()
                && event.getCode() == KeyCode.C
                && !room.get().composer().hasSelection()
                && room.get().timeline().copySelection()) {
            event.consume();
        }
    }

    private void type(KeyEvent event) {
        String typed = event.getCharacter();
        boolean pressesButton = typed.equals(" ") && event.getTarget() instanceof ButtonBase;
        boolean writes =
                !typed.isEmpty()
                        && !pressesButton
                        && !(event.getTarget() instanceof TextInputControl)
                        && !Character.isISOControl(typed.charAt(0))
                        && !event.isShortcutDown()
                        && !event.isAltDown();
        if (writes) {
            room.get().composer().type(typed);
            event.consume();
        }
    }
}
