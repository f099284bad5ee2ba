package dev.hearth.ui.timeline;

import dev.hearth.ui.kit.Subscriptions;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.fxmisc.flowless.VirtualFlow;

/// Keeps the timeline at its end while its end is what the person looks at.
///
/// Whether it sticks is decided by what the person does, wheel, scroll bar or keys, and looked up
/// after the layout that follows. New messages and new sizes decide nothing; they only have it
/// shown again.
final class BottomKeeper {
    private static final double NEAR = 24;

    private final List<Row> rows;
    private final VirtualFlow<Row, MessageCell> flow;
    private final Node scroll;
    private final ReadOnlyBooleanWrapper sticking = new ReadOnlyBooleanWrapper(true);

    BottomKeeper(List<Row> rows, VirtualFlow<Row, MessageCell> flow, Node scroll) {
        this.rows = rows;
        this.flow = flow;
        this.scroll = scroll;
    }

    ReadOnlyBooleanProperty stickingProperty() {
        return sticking.getReadOnlyProperty();
    }

    void attach(Subscriptions subscriptions) {
        EventHandler<InputEvent> moved = event -> lookAfterLayout();
        scroll.addEventFilter(ScrollEvent.SCROLL, moved);
        scroll.addEventFilter(MouseEvent.MOUSE_DRAGGED, moved);
        scroll.addEventFilter(MouseEvent.MOUSE_RELEASED, moved);
        scroll.addEventFilter(KeyEvent.KEY_PRESSED, moved);
        subscriptions.add(
                () -> {
                    scroll.removeEventFilter(ScrollEvent.SCROLL, moved);
                    scroll.removeEventFilter(MouseEvent.MOUSE_DRAGGED, moved);
                    scroll.removeEventFilter(MouseEvent.MOUSE_RELEASED, moved);
                    scroll.removeEventFilter(KeyEvent.KEY_PRESSED, moved);
                });
        subscriptions.add(flow.heightProperty().subscribe(this::contentChanged));
        subscriptions.add(flow.widthProperty().subscribe(this::contentChanged));
        contentChanged();
    }

    void contentChanged() {
        if (sticking.get()) {
            showEnd();
        }
    }

    /// Lets go of the end, until it is in sight.
    void letGo() {
        sticking.set(false);
    }

    void jump() {
        sticking.set(true);
        showEnd();
    }

    private void showEnd() {
        int last = last();
        if (last >= 0) {
            flow.showAsLast(last);
        }
    }

    void lookAfterLayout() {
        Scene scene = flow.getScene();
        if (scene == null) {
            return;
        }
        scene.addPostLayoutPulseListener(
                new Runnable() {
                    @Override
                    public void run() {
                        scene.removePostLayoutPulseListener(this);
                        sticking.set(isAtEnd());
                    }
                });
        flow.requestLayout();
    }

    private boolean isAtEnd() {
        int last = last();
        return last < 0 || flow.getCellIfVisible(last).filter(this::reachesIntoView).isPresent();
    }

    private boolean reachesIntoView(MessageCell cell) {
        Bounds bounds = cell.getNode().getBoundsInParent();
        return bounds.getMaxY() <= flow.getHeight() + NEAR;
    }

    private int last() {
        return rows.size() - 1;
    }
}
