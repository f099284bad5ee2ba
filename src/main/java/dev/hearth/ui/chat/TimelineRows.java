package dev.hearth.ui.chat;

import dev.hearth.model.Message;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener.Change;
import javafx.collections.ObservableList;
import javafx.collections.transformation.TransformationList;

/// The list of messages seen as rows: nothing is stored, a row is made when it is asked for. One
/// change of the messages is one change of the rows. FX thread only.
final class TimelineRows extends TransformationList<Row, Message> {
    TimelineRows(ObservableList<Message> messages) {
        super(messages);
    }

    @Override
    public Row get(int index) {
        Optional<Message> previous =
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

    /// Has the row at `index` drawn again.
    void redraw(int index) {
        beginChange();
        nextSet(index, get(index));
        endChange();
    }

    @Override
    protected void sourceChanged(Change<? extends Message> change) {
        beginChange();
        while (change.next()) {
            List<Row> removed =
                    change.getRemoved().stream()
                            .map(message -> new Row(Optional.empty(), message))
                            .toList();
            nextReplace(change.getFrom(), change.getTo(), removed);
            if (changesNext(change)) {
                nextSet(change.getTo(), get(change.getTo()));
            }
        }
        endChange();
    }

    /// Whether the row after the change looks different now: its neighbour is another, or
    /// another's.
    private boolean changesNext(Change<? extends Message> change) {
        if (!change.wasRemoved() || change.getTo() >= size()) {
            return false;
        }
        if (!change.wasReplaced() || change.getRemovedSize() != change.getAddedSize()) {
            return true;
        }
        Message before = change.getRemoved().get(change.getRemovedSize() - 1);
        Message after = getSource().get(change.getTo() - 1);
        return !before.from().equals(after.from())
                || !before.at().equals(after.at())
                || before.own() != after.own();
    }
}
