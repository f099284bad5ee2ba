package dev.hearth.ui.rooms;

import dev.hearth.model.Message;
import dev.hearth.model.RoomHead;
import dev.hearth.ui.text.MessageLine;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/// What was told of a room, and how the list shows it. FX thread only.
final class KnownRoom {
    final UnreadMessages unread = new UnreadMessages();
    final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    RoomHead head;
    String draft = "";
    boolean listed;
    @Nullable Message last;

    /// Made when it is asked for, and again after a change.
    @Nullable RoomItem item;

    private String text = "";
    private String line = "";

    KnownRoom(RoomHead head) {
        this.head = head;
    }

    /// `written` in one line without the signs of markdown. It is read once, and again when it is
    /// another text.
    String line(String written) {
        if (!written.equals(text)) {
            text = written;
            line = MessageLine.of(written);
        }
        return line;
    }
}
