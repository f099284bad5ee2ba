package dev.hearth.ui.chat;

import dev.hearth.model.RoomHead;
import dev.hearth.ui.kit.Drafts;
import dev.hearth.ui.rooms.RoomListModel;

/// What the list of rooms and a room on screen tell each other: drafts and what is unread. FX
/// thread only.
final class RoomNotes {
    private final RoomListModel rooms;
    private final Drafts drafts;

    RoomNotes(RoomListModel rooms, Drafts drafts) {
        this.rooms = rooms;
        this.drafts = drafts;
    }

    Drafts drafts() {
        return drafts;
    }

    /// The person turns from a room to another. The list names drafts of rooms that are not open:
    /// of the open one the composer shows it.
    void turn(RoomViewModel from, RoomViewModel to) {
        from.timeline().left();
        noteUnread(to);
        to.timeline().flush();
        rooms.drafted(from.id(), from.composer().unsent());
        rooms.drafted(to.id(), "");
    }

    /// The list names what was begun in a room that was not opened since.
    void noteDraft(RoomHead head) {
        rooms.drafted(head.id(), drafts.draft(head.id().value()));
    }

    /// The room has something that nobody is looking at.
    ///
    /// @return whether its timeline did not know yet
    boolean noteUnread(RoomViewModel model) {
        return model.timeline().unread(rooms.unreadNow(model.id()), rooms.readSeq(model.id()));
    }
}
