package dev.hearth.ui.timeline;

import dev.hearth.model.Message;
import dev.hearth.ui.kit.Shortcut;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.flowless.VirtualFlow;

/// The timeline by keyboard: arrows go from message to message, Page Up and Down by the screenful,
/// Home and End to the ends. On the message that has the focus Ctrl+C copies, Ctrl+1 to 6 react and
/// Delete deletes, which Ctrl+Z takes back; the Menu key and Shift+F10 open its menu. Space selects
/// it, Shift with Up and Down the next one as well; Ctrl+C and Delete then mean all that are
/// selected.
final class TimelineKeys implements EventHandler<KeyEvent> {
    /// What leads from the timeline as a whole to a message in it.
    private static final Set<KeyCode> ENTERING =
            EnumSet.of(KeyCode.UP, KeyCode.DOWN, KeyCode.HOME, KeyCode.END, KeyCode.ENTER);

    private final List<Row> rows;
    private final VirtualFlow<Row, MessageCell> flow;
    private final BottomKeeper bottom;
    private final MessageActions actions;
    private final MessageMenu menu;

    TimelineKeys(
            List<Row> rows,
            VirtualFlow<Row, MessageCell> flow,
            BottomKeeper bottom,
            MessageActions actions,
            MessageMenu menu) {
        this.rows = rows;
        this.flow = flow;
        this.bottom = bottom;
        this.actions = actions;
        this.menu = menu;
    }

    @Override
    public void handle(KeyEvent event) {
        int focused = focusedIndex();
        if (rows.isEmpty() || event.isAltDown()) {
            return;
        }
        if (Shortcut.UNDO_DELETION.is(event)) {
            actions.undoDeletion();
            event.consume();
        } else if (focused < 0) {
            if (flow.isFocused() && ENTERING.contains(event.getCode())) {
                go(event, flow.getLastVisibleIndex());
            }
        } else if (!actions.selected().isEmpty()) {
            actOnSelected(event, focused);
        } else if (rows.get(focused).item() instanceof Item.Said(Message message)) {
            act(event, message, focused);
        }
        if (focused >= 0 && !event.isConsumed()) {
            extend(event, focused);
            goOn(event, focused);
        }
    }

    private void act(KeyEvent event, Message message, int index) {
        if (Shortcut.SELECT.is(event)) {
            actions.selected().toggle(message.id());
            event.consume();
        } else if (Shortcut.COPY.is(event) && !message.details().deleted()) {
            actions.copy(message.text());
            event.consume();
        } else if (Shortcut.REACT.is(event) && actions.canActOn(message)) {
            actions.react(message, actions.favourites().get(Shortcut.REACT.indexOf(event)));
            event.consume();
        } else if (Shortcut.MESSAGE_MENU.is(event)) {
            openMenu(event, index);
        } else if (Shortcut.DELETE.is(event) && actions.canDelete(message)) {
            actions.delete(message);
            event.consume();
        }
    }

    private void actOnSelected(KeyEvent event, int index) {
        if (Shortcut.SELECT.is(event)) {
            actions.selected().toggle(rows.get(index).item().id());
            event.consume();
        } else if (Shortcut.COPY.is(event)) {
            actions.selectionCommands().copy();
            event.consume();
        } else if (Shortcut.DELETE.is(event)) {
            actions.selectionCommands().delete();
            event.consume();
        } else if (Shortcut.MESSAGE_MENU.is(event)) {
            openMenu(event, index);
        }
    }

    private void extend(KeyEvent event, int from) {
        boolean back = Shortcut.SELECT_BEFORE.is(event);
        if (back || Shortcut.SELECT_AFTER.is(event)) {
            int to = Math.clamp(back ? from - 1 : from + 1, 0, rows.size() - 1);
            actions.selected().extend(rows.get(from).item().id(), rows.get(to).item().id());
            go(event, to);
        }
    }

    private void goOn(KeyEvent event, int from) {
        if (Shortcut.MESSAGE_BEFORE.is(event)) {
            go(event, from - 1);
        } else if (Shortcut.MESSAGE_AFTER.is(event)) {
            go(event, from + 1);
        } else if (Shortcut.FIRST_MESSAGE.is(event)) {
            go(event, 0);
        } else if (Shortcut.LAST_MESSAGE.is(event)) {
            go(event, rows.size() - 1);
        } else if (Shortcut.MESSAGES_BACK.is(event)) {
            go(event, from - page());
        } else if (Shortcut.MESSAGES_ON.is(event)) {
            go(event, from + page());
        }
    }

    private void openMenu(KeyEvent event, int index) {
        if (flow.getCell(index).node() instanceof MessageRow row) {
            menu.show(row);
            event.consume();
        }
    }

    private int page() {
        return Math.max(1, flow.getLastVisibleIndex() - flow.getFirstVisibleIndex() - 1);
    }

    private void go(KeyEvent event, int wished) {
        int index = Math.clamp(wished, 0, rows.size() - 1);
        flow.show(index);
        flow.layout();
        flow.getCell(index).getNode().requestFocus();
        bottom.lookAfterLayout();
        event.consume();
    }

    private int focusedIndex() {
        Node owner = flow.getScene() == null ? null : flow.getScene().getFocusOwner();
        if (!(owner instanceof TimelineRow)) {
            return -1;
        }
        for (int i = flow.getFirstVisibleIndex(); i >= 0 && i <= flow.getLastVisibleIndex(); i++) {
            if (flow.getCell(i).getNode() == owner) {
                return i;
            }
        }
        return -1;
    }
}
