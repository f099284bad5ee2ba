package dev.hearth.ui.notices;

import dev.hearth.model.RoomId;

/// What notices know of the rooms of a chat.
public interface NoticeRooms {
    /// The name of the room in a sentence; empty for a room that is not known.
    String name(RoomId room);

    /// Whether it is a conversation of two.
    boolean isDirect(RoomId room);

    /// Whether it is the room that is shown.
    boolean isShown(RoomId room);
}
