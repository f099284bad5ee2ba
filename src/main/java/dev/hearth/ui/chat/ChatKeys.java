package dev.hearth.ui.chat;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Keys that mean the timeline though the composer has the focus, and the other way round: Page Up
/// and Down turn the pages, Ctrl+C copies what is marked, and what is typed over a message lands in
/// the composer.
final class ChatKeys {
    private final TimelineView timeline;
    private final ComposerView composer;

    ChatKeys(TimelineView timeline, ComposerView composer) {
        this.timeline = timeline;
        this.composer = composer;
    }

    void install(Node chat) {
        composer.node().addEventFilter(KeyEvent.KEY_PRESSED, this::turnPages);
        chat.addEventFilter(KeyEvent.KEY_PRESSED, this::copy);
        timeline.node().addEventHandler(KeyEvent.KEY_TYPED, this::type);
    }

    private void turnPages(KeyEvent event) {
        if (event.getCode() == KeyCode.PAGE_UP || event.getCode() == KeyCode.PAGE_DOWN) {
            timeline.page(event.getCode() == KeyCode.PAGE_UP ? -1 : 1);
            event.consume();
        }
    }

    private void copy(KeyEvent event) {
        if (event.isShortcutDown()
                && event.getCode() == KeyCode.C
                && !composer.hasSelection()
                && timeline.copySelection()) {
            event.consume();
        }
    }

    private void type(KeyEvent event) {
        String typed = event.getCharacter();
        boolean pressesButton = typed.equals(" ") && event.getTarget() instanceof ButtonBase;
        boolean writes =
                !typed.isEmpty()
                        && !pressesButton
                        && !Character.isISOControl(typed.charAt(0))
                        && !event.isShortcutDown()
                        && !event.isAltDown();
        if (writes) {
            composer.type(typed);
            event.consume();
        }
    }
}
