package dev.hearth.ui.timeline;

import dev.hearth.model.EntryId;
import dev.hearth.ui.kit.Subscriptions;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.fxmisc.flowless.VirtualFlow;

/// Reads on backwards: near the top it asks for older messages, and when they come, what is in
/// sight stays where it is on the screen, to the pixel.
final class PlaceKeeper {
    /// So many rows before the top are near.
    private static final int NEAR = 12;

    private static final int SETTLING_PULSES = 3;

    private static final List<EventType<? extends InputEvent>> MOVES =
            List.of(ScrollEvent.SCROLL, MouseEvent.MOUSE_DRAGGED, KeyEvent.KEY_PRESSED);

    private final TimelineRows rows;
    private final VirtualFlow<Row, MessageCell> flow;
    private final Node scroll;
    private final BottomKeeper bottom;
    private final TimelineModel model;
    private boolean waiting;

    /// The row that is held where it is.
    private Optional<EntryId> held = Optional.empty();

    PlaceKeeper(
            TimelineRows rows,
            VirtualFlow<Row, MessageCell> flow,
            Node scroll,
            BottomKeeper bottom,
            TimelineModel model) {
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
        for (EventType<? extends InputEvent> move : MOVES) {
            scroll.addEventFilter(move, moved);
            subscriptions.add(() -> scroll.removeEventFilter(move, moved));
        }
        subscriptions.add(model.olderProperty().subscribe(this::stepped));
        lookAfterLayout();
    }

    private void stepped(OlderStep before, OlderStep now) {
        rows.redraw(0);
        if (before == OlderStep.NONE) {
            lookAfterLayout();
        }
    }

    private void changed(ListChangeListener.Change<? extends Row> change) {
        boolean grown = false;
        while (change.next()) {
            grown |= change.wasAdded() && !change.wasRemoved();
            boolean prepended =
                    change.wasAdded()
                            && !change.wasRemoved()
                            && change.getFrom() == 0
                            && change.getTo() < rows.size();
            if (prepended && !bottom.stickingProperty().get()) {
                keep();
            }
        }
        if (grown) {
            lookAfterLayout();
        }
    }

    /// The nodes still stand where they stood before the change.
    private void keep() {
        Optional<TimelineRow> anchor =
                flow.visibleCells().stream()
                        .map(MessageCell::node)
                        .filter(node -> node.getBoundsInParent().getMaxY() > 0)
                        // The first of all loses its day, and with it some of its height.
                        .filter(node -> node.row().previous().isPresent())
                        .findFirst();
        anchor.ifPresent(
                node -> {
                    EntryId id = node.row().item().id();
                    held = Optional.of(id);
                    stay(id, node.getBoundsInParent().getMinY(), SETTLING_PULSES);
                });
    }

    /// The first row in sight; empty at the end, where a timeline stands by itself.
    Optional<TimelinePlace> place() {
        return bottom.stickingProperty().get()
                ? Optional.empty()
                : flow.visibleCells().stream()
                        .map(MessageCell::node)
                        .filter(node -> node.getBoundsInParent().getMaxY() > 0)
                        .map(
                                node ->
                                        new TimelinePlace(
                                                node.row().item().id(),
                                                node.getBoundsInParent().getMinY()))
                        .findFirst();
    }

    /// Stands where another timeline of the same messages stood.
    void restore(TimelinePlace place) {
        if (model.indexOf(place.row()) >= 0) {
            bottom.letGo();
            held = Optional.of(place.row());
            stay(place.row(), place.y(), SETTLING_PULSES);
        }
    }

    /// The timeline goes elsewhere: what was in sight is held no more.
    void leave() {
        held = Optional.empty();
    }

    /// Puts the row where it was, and looks again after the layout: rows that are new above it find
    /// their size only then.
    private void stay(EntryId id, double y, int pulses) {
        flow.showAtOffset(model.indexOf(id), y);
        Scene scene = flow.getScene();
        if (scene == null || pulses == 0) {
            return;
        }
        scene.addPostLayoutPulseListener(
                new Runnable() {
                    @Override
                    public void run() {
                        scene.removePostLayoutPulseListener(this);
                        if (held.filter(id::equals).isPresent() && isElsewhere(id, y)) {
                            stay(id, y, pulses - 1);
                            flow.layout();
                        }
                    }
                });
    }

    private boolean isElsewhere(EntryId id, double y) {
        return flow.getCellIfVisible(model.indexOf(id))
                .filter(cell -> Math.abs(cell.node().getBoundsInParent().getMinY() - y) < 0.5)
                .isEmpty();
    }

    /// A page on which nothing came is no reason to ask for another: that waits until the person
    /// moves again.
    void lookAfterLayout() {
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
