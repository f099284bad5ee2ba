package dev.hearth.ui.timeline;

import dev.hearth.model.EntryId;
import dev.hearth.ui.kit.Subscriptions;
import java.util.Optional;
import javafx.scene.Scene;
import org.fxmisc.flowless.VirtualFlow;

/// Lands where the new messages begin when a room is opened or comes back to the front. Where they
/// all have room in sight, that is the end as ever.
final class NewMessagesKeeper {
    private final VirtualFlow<Row, MessageCell> flow;
    private final BottomKeeper bottom;
    private final TimelineModel model;

    /// Whether the room was opened, and what is new in it is yet to come.
    private boolean waiting;

    NewMessagesKeeper(
            VirtualFlow<Row, MessageCell> flow, BottomKeeper bottom, TimelineModel model) {
        this.flow = flow;
        this.bottom = bottom;
        this.model = model;
    }

    void attach(Subscriptions subscriptions) {
        if (model.firstNewProperty().get().isPresent()) {
            show();
        } else if (model.awaitsNew() && model.items().isEmpty()) {
            waiting = true;
            bottom.letGo();
            subscriptions.add(model.items().subscribe(this::filled));
        }
        subscriptions.add(model.firstNewProperty().subscribe((before, now) -> found(now)));
    }

    private void found(Optional<EntryId> first) {
        if (waiting && first.isPresent()) {
            waiting = false;
            show();
        }
    }

    /// After the layout it is known whether the first new message was on the page that came.
    private void filled() {
        Scene scene = flow.getScene();
        if (!waiting || model.items().isEmpty() || scene == null) {
            return;
        }
        scene.addPostLayoutPulseListener(
                new Runnable() {
                    @Override
                    public void run() {
                        scene.removePostLayoutPulseListener(this);
                        if (waiting) {
                            waiting = false;
                            bottom.jump();
                        }
                    }
                });
    }

    void show() {
        model.firstNewProperty()
                .get()
                .map(model::indexOf)
                .filter(index -> index >= 0)
                .ifPresent(this::show);
    }

    private void show(int index) {
        if (!isInSight(index)) {
            bottom.letGo();
            flow.showAtOffset(index, 0);
        }
        bottom.lookAfterLayout();
    }

    private boolean isInSight(int index) {
        return flow.getCellIfVisible(index)
                .map(cell -> cell.node().getBoundsInParent())
                .filter(at -> at.getMinY() >= 0 && at.getMaxY() <= flow.getHeight())
                .isPresent();
    }
}
