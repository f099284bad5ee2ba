package dev.hearth.ui.timeline;

import dev.hearth.model.Message;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener.Change;
import javafx.collections.ObservableList;
import javafx.collections.transformation.TransformationList;

/// The list of items seen as rows: nothing is stored, a row is made when it is asked for. One
/// change of the items is one change of the rows, and where the row after it looks different now,
/// one more. FX thread only.
final class TimelineRows extends TransformationList<Row, Item> {
    TimelineRows(ObservableList<Item> items) {
        super(items);
    }

    @Override
    public Row get(int index) {
        Optional<Item> previous =
                index == 0 ? Optional.empty() : Optional.of(getSource().get(index - 1));
        return new Row(previous, getSource().get(index));
    }

    @Override
    public int size() {
        return getSource().size();
    }

    @Override
    public int getSourceIndex(int index) {
        return index;
    }

    @Override
    public int getViewIndex(int index) {
        return index;
    }

    /// Has the row at `index` drawn again. Each is a change of its own: a change of many rows would
    /// take away the one by which the view keeps its place.
    void redraw(int index) {
        if (index >= 0 && index < size()) {
            beginChange();
            nextSet(index, get(index));
            endChange();
        }
    }

    @Override
    protected void sourceChanged(Change<? extends Item> change) {
        int next = -1;
        beginChange();
        while (change.next()) {
            List<Row> removed =
                    change.getRemoved().stream()
                            .map(item -> new Row(Optional.empty(), item))
                            .toList();
            nextReplace(change.getFrom(), change.getTo(), removed);
            if (changesNext(change)) {
                next = change.getTo();
            }
        }
        endChange();
        redraw(next);
    }

    /// Whether the row after the change looks different now: its neighbour is another, or
    /// another's.
    private boolean changesNext(Change<? extends Item> change) {
        if (change.getTo() >= size()) {
            return false;
        }
        if (!change.wasReplaced() || change.getRemovedSize() != change.getAddedSize()) {
            return true;
        }
        Item before = change.getRemoved().get(change.getRemovedSize() - 1);
        Item after = getSource().get(change.getTo() - 1);
        return !isSameNeighbour(before, after);
    }

    private static boolean isSameNeighbour(Item before, Item after) {
        return before instanceof Item.Said(Message was)
                && after instanceof Item.Said(Message is)
                && was.from().equals(is.from())
                && was.at().equals(is.at())
                && was.own() == is.own();
    }
}
