package dev.hearth.ui.timeline;

import org.fxmisc.flowless.Cell;

/// A row on screen, as Flowless wants it.
record MessageCell(TimelineRow node) implements Cell<Row, TimelineRow> {
    @Override
    public TimelineRow getNode() {
        return node;
    }
}
