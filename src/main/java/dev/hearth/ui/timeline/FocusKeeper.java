package dev.hearth.ui.timeline;

import dev.hearth.model.EntryId;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.fxmisc.flowless.VirtualFlow;

/// Keeps the keyboard on a message. Flowless makes a row anew whenever it looks different, and
/// drops it when it is out of sight; a focus that goes with it would land on whatever comes first
/// in the window. It waits on the timeline as a whole instead, until the message has a row again.
final class FocusKeeper {
    private final VirtualFlow<Row, MessageCell> flow;
    private final TimelineModel model;
    private final Runnable gone;
    private Optional<Lost> lost = Optional.empty();

    /// What had the focus.
    ///
    /// @param part the id of what had it within the row, if that has one
    private record Lost(EntryId message, Optional<String> part) {}

    /// @param gone puts the focus where it belongs when its message is there no more
    FocusKeeper(VirtualFlow<Row, MessageCell> flow, TimelineModel model, Runnable gone) {
        this.flow = flow;
        this.model = model;
        this.gone = gone;
    }

    /// Looks after a row that was just made.
    void watch(TimelineRow row) {
        row.sceneProperty()
                .subscribe(
                        (before, now) -> {
                            if (now != null) {
                                shown(row);
                            } else if (before != null && before.equals(flow.getScene())) {
                                dropped(row, Optional.ofNullable(before.getFocusOwner()));
                            }
                        });
    }

    private void shown(TimelineRow row) {
        EntryId id = row.row().item().id();
        if (lost.filter(waiting -> waiting.message().equals(id)).isPresent()) {
            giveBackAfterLayout();
        }
    }

    private void dropped(TimelineRow row, Optional<Node> owner) {
        owner.filter(node -> isWithin(node, row))
                .ifPresent(
                        node -> {
                            Optional<String> part = Optional.ofNullable(node.getId());
                            lost = Optional.of(new Lost(row.row().item().id(), part));
                            flow.requestFocus();
                            giveBackAfterLayout();
                        });
    }

    private static boolean isWithin(Node node, Node ancestor) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    private void giveBackAfterLayout() {
        Scene scene = flow.getScene();
        if (scene == null) {
            return;
        }
        scene.addPostLayoutPulseListener(
                new Runnable() {
                    @Override
                    public void run() {
                        scene.removePostLayoutPulseListener(this);
                        if (flow.equals(scene.getFocusOwner())) {
                            lost.ifPresent(FocusKeeper.this::giveBack);
                        } else {
                            lost = Optional.empty();
                        }
                    }
                });
        Platform.requestNextPulse();
    }

    private void giveBack(Lost waiting) {
        int index = model.indexOf(waiting.message());
        if (index < 0) {
            lost = Optional.empty();
            gone.run();
            return;
        }
        flow.getCellIfVisible(index)
                .ifPresent(
                        cell -> {
                            lost = Optional.empty();
                            target(cell.node(), waiting).requestFocus();
                        });
    }

    private static Node target(TimelineRow row, Lost waiting) {
        return waiting.part().flatMap(id -> Optional.ofNullable(row.lookup("#" + id))).orElse(row);
    }
}
