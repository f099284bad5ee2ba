package dev.hearth.ui.chat;

import dev.hearth.model.EntryId;
import dev.hearth.model.Message;
import dev.hearth.ui.kit.Copy;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Texts;
import java.util.HashSet;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualFlow;
import org.fxmisc.flowless.VirtualizedScrollPane;

/// The messages. Only the rows in sight exist: Flowless makes them from the list of the view model.
final class TimelineView {
    private final ChatViewModel model;
    private final ChatTools tools;
    private final Times times;
    private final TimelineRows rows;
    private final VirtualFlow<Row, MessageCell> flow;
    private final StackPane root = new StackPane();
    private final ReadOnlyBooleanProperty scrollBarShown;
    private final BottomKeeper bottom;
    private final MessageMenu menu;
    private final Actions actions = new Actions();
    private final TextSelection selection = new TextSelection();
    private final Set<EntryId> unfolded = new HashSet<>();
    private final Subscriptions subscriptions = new Subscriptions();

    TimelineView(ChatViewModel model, ChatTools tools) {
        this.model = model;
        this.tools = tools;
        times = new Times(model.context().clock());
        rows = new TimelineRows(model.messages());
        menu = new MessageMenu(actions);
        flow = VirtualFlow.createVertical(rows, this::cell, VirtualFlow.Gravity.REAR);
        flow.setId("timeline");
        // One stop for Tab, not one per message: the arrow keys go on from there.
        flow.setFocusTraversable(true);
        flow.setAccessibleRole(AccessibleRole.LIST_VIEW);
        flow.setAccessibleText(Texts.text("timeline.name"));
        flow.getStyleClass().add("timeline-flow");
        var scroll = new VirtualizedScrollPane<>(flow);
        scroll.getStyleClass().add("timeline-scroll");
        bottom = new BottomKeeper(rows, flow, scroll);
        scrollBarShown = scrollBarShown(scroll);
        root.getStyleClass().add("timeline");
        root.getChildren().addAll(scroll, new LatestPill(model, bottom).node());
        root.addEventHandler(KeyEvent.KEY_PRESSED, new TimelineKeys(rows, flow, bottom, actions));
    }

    Node node() {
        return root;
    }

    /// Whether the latest message is in sight, or will be as soon as it is laid out.
    ReadOnlyBooleanProperty atBottomProperty() {
        return bottom.stickingProperty();
    }

    /// Whether a scroll bar takes some of the width.
    ReadOnlyBooleanProperty scrollBarShownProperty() {
        return scrollBarShown;
    }

    private static ReadOnlyBooleanProperty scrollBarShown(Parent scroll) {
        return scroll.getChildrenUnmodifiable().stream()
                .filter(
                        child ->
                                child instanceof ScrollBar bar
                                        && bar.getOrientation() == Orientation.VERTICAL)
                .findFirst()
                .orElseThrow()
                .visibleProperty();
    }

    /// Moves by screenfuls, down or, if negative, up.
    void page(int screenfuls) {
        flow.scrollYBy(screenfuls * Math.max(40, flow.getHeight() - 60));
        bottom.lookAfterLayout();
    }

    void jumpToLatest() {
        bottom.jump();
    }

    /// Puts the keyboard on the last message in sight.
    void focus() {
        if (!rows.isEmpty()) {
            flow.getCell(flow.getLastVisibleIndex()).getNode().requestFocus();
        }
    }

    void attach() {
        ListChangeListener<Row> keep = change -> bottom.contentChanged();
        rows.addListener(keep);
        subscriptions.add(() -> rows.removeListener(keep));
        bottom.attach(subscriptions);
    }

    void detach() {
        subscriptions.close();
        flow.dispose();
    }

    private MessageCell cell(Row row) {
        var node = new MessageRow(row, times, actions);
        node.setOnContextMenuRequested(
                event -> {
                    menu.show(node, event.getScreenX(), event.getScreenY());
                    event.consume();
                });
        return new MessageCell(node);
    }

    /// Copies what is marked with the mouse.
    ///
    /// @return whether anything was
    boolean copySelection() {
        if (selection.isEmpty()) {
            return false;
        }
        actions.copy(selection.text());
        return true;
    }

    private final class Actions implements MessageActions {
        @Override
        public void open(String address) {
            tools.links().open(address);
        }

        @Override
        public void copy(String text) {
            Copy.text(text);
            tools.toasts().show(Texts.text("copied"));
        }

        @Override
        public TextSelection selection() {
            return selection;
        }

        @Override
        public void retry(EntryId id) {
            model.retry(id);
        }

        @Override
        public void discard(EntryId id) {
            model.discard(id);
        }

        @Override
        public boolean isUnfolded(EntryId id) {
            return unfolded.contains(id);
        }

        @Override
        public void toggleFold(Message message) {
            if (!unfolded.remove(message.id())) {
                unfolded.add(message.id());
            }
            int index = model.messages().lastIndexOf(message);
            if (index >= 0) {
                rows.redraw(index);
            }
        }
    }
}
