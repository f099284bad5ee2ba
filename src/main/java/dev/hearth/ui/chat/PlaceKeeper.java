package dev.hearth.ui.chat;

import dev.hearth.model.EntryId;
import dev.hearth.ui.kit.Subscriptions;
import java.util.Optional;
import java.util.function.ToIntFunction;
import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import org.fxmisc.flowless.VirtualFlow;

/// Reads on backwards: near the top it asks for older messages, and when they come, what is in
/// sight stays where it is on the screen, to the pixel.
final class PlaceKeeper {
    /// So many rows before the top are near.
    private static final int NEAR = 12;

    private final TimelineRows rows;
    private final VirtualFlow<Row, MessageCell> flow;
    private final Node scroll;
    private final BottomKeeper bottom;
    private final ChatViewModel model;
    private boolean waiting;

    PlaceKeeper(
            TimelineRows rows,
            VirtualFlow<Row, MessageCell> flow,
            Node scroll,
            BottomKeeper bottom,
            ChatViewModel model) {
        this.rows = rows;
        this.flow = flow;
        this.scroll = scroll;
        this.bottom = bottom;
        this.model = model;
    }

    void attach(Subscriptions subscriptions) {
        ListChangeListener<Row> listener = this::changed;
        rows.addListener(listener);
        subscriptions.add(() -> rows.removeListener(listener));
        EventHandler<InputEvent> moved = event -> lookAfterLayout();
        scroll.addEventFilter(InputEvent.ANY, moved);
        subscriptions.add(() -> scroll.removeEventFilter(InputEvent.ANY, moved));
        subscriptions.watch(
                model.olderProperty(),
                step -> {
                    rows.redraw(0);
                    lookAfterLayout();
                });
    }

    private void changed(ListChangeListener.Change<? extends Row> change) {
        while (change.next()) {
            boolean prepended =
                    change.wasAdded()
                            && !change.wasRemoved()
                            && change.getFrom() == 0
                            && change.getTo() < rows.size();
            if (prepended && !bottom.stickingProperty().get()) {
                keep(model::indexOf);
            }
        }
        lookAfterLayout();
    }

    /// The nodes still stand where they stood before the change.
    private void keep(ToIntFunction<EntryId> indexOf) {
        Optional<TimelineRow> anchor =
                flow.visibleCells().stream()
                        .map(MessageCell::node)
                        .filter(node -> node.getBoundsInParent().getMaxY() > 0)
                        // The first of all loses its day, and with it some of its height.
                        .filter(node -> node.row().previous().isPresent())
                        .findFirst();
        anchor.ifPresent(
                node -> {
                    Bounds bounds = node.getBoundsInParent();
                    flow.showAtOffset(indexOf.applyAsInt(node.row().item().id()), bounds.getMinY());
                });
    }

    private void lookAfterLayout() {
        Scene scene = flow.getScene();
        if (scene == null || waiting || model.olderProperty().get() != OlderStep.MORE) {
            return;
        }
        waiting = true;
        scene.addPostLayoutPulseListener(
                new Runnable() {
                    @Override
                    public void run() {
                        scene.removePostLayoutPulseListener(this);
                        waiting = false;
                        if (!rows.isEmpty() && flow.getFirstVisibleIndex() < NEAR) {
                            model.showOlder();
                        }
                    }
                });
        flow.requestLayout();
    }
}
