package dev.hearth.ui.shell;

import dev.hearth.ui.kit.Sheets;
import dev.hearth.ui.kit.Shortcut;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;

/// From one chat to another by keys, whatever has the focus: round with Tab, which fields would
/// take, and by number, which a message that has the keyboard takes first.
final class RailKeys {
    private final OpenChats chats;
    private final Sheets sheets;

    RailKeys(OpenChats chats, Sheets sheets) {
        this.chats = chats;
        this.sheets = sheets;
    }

    void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::goRound);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::goTo);
    }

    private void goRound(KeyEvent event) {
        boolean on = Shortcut.NEXT_CHAT.is(event);
        if (sheets.isOpen() || !(on || Shortcut.PREVIOUS_CHAT.is(event))) {
            return;
        }
        chats.showNext(on ? 1 : -1);
        event.consume();
    }

    private void goTo(KeyEvent event) {
        int index = Shortcut.CHAT_NUMBER.indexOf(event);
        if (index >= 0 && !event.isConsumed() && !sheets.isOpen()) {
            chats.showAt(index);
            event.consume();
        }
    }
}
