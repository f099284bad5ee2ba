package dev.hearth.ui.chat;

import org.fxmisc.flowless.Cell;

/// A row on screen, as Flowless wants it.
record MessageCell(MessageRow node) implements Cell<Row, MessageRow> {
    @Override
    public MessageRow getNode() {
        return node;
    }
}
