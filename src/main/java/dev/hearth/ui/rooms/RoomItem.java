package dev.hearth.ui.rooms;

import dev.hearth.model.Membership;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import java.time.Instant;
import java.util.Optional;

/// A room as the list shows it.
///
/// @param title its name as people read it, without a sign before it
/// @param mentions how many of the unread messages call the person
/// @param isBegun whether the line shows what was begun and not sent
/// @param line what was begun, else what was said last, else what the room is about
/// @param lastAt when the newest message that is known was said
public record RoomItem(
        RoomHead head,
        String title,
        int unread,
        int mentions,
        boolean isBegun,
        String line,
        Optional<Instant> lastAt) {
    public RoomId id() {
        return head.id();
    }

    public boolean isDirect() {
        return head.kind() == RoomKind.DIRECT;
    }

    /// Whether the person is in it.
    public boolean isIn() {
        return head.membership() == Membership.MEMBER;
    }

    /// The name in a sentence.
    public String name() {
        return isDirect() ? title : "#" + title;
    }
}
