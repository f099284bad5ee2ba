package dev.hearth.ui.chat;

import dev.hearth.ui.kit.Nodes;
import dev.hearth.ui.kit.Shortcut;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
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
        // The scene gets what is typed while nothing has the keyboard, as after some menus.
        EventHandler<KeyEvent> typed = event -> type(event, chat);
        chat.sceneProperty()
                .subscribe(
                        (before, now) -> {
                            if (before != null) {
                                before.removeEventHandler(KeyEvent.KEY_TYPED, typed);
                            }
                            if (now != null) {
                                now.addEventHandler(KeyEvent.KEY_TYPED, typed);
                            }
                        });
    }

    private void turnPages(KeyEvent event) {
        boolean back = Shortcut.OLDER.is(event);
        boolean turns = back || Shortcut.NEWER.is(event);
        if (turns && Nodes.isWithin(event.getTarget(), room.get().composer().node())) {
            room.get().timeline().page(back ? -1 : 1);
            event.consume();
        }
    }

    private void copy(KeyEvent event) {
        if (Shortcut.COPY.is(event)
                && !room.get().composer().hasSelection()
                && room.get().timeline().copySelection()) {
            event.consume();
        }
    }

    private void type(KeyEvent event, Node chat) {
        String typed = event.getCharacter();
        boolean pressesButton =
                typed.equals(" ")
                        && (event.getTarget() instanceof ButtonBase
                                || Nodes.isWithin(event.getTarget(), room.get().timeline().node()));
        boolean isNowhere =
                !(event.getTarget() instanceof Node target) || Nodes.isWithin(chat, target);
        boolean isHere = isNowhere || Nodes.isWithin(event.getTarget(), chat);
        boolean writes =
                isHere
                        && !event.isConsumed()
                        && !room.get().isSelecting()
                        && !typed.isEmpty()
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
