package dev.hearth.model;

import java.util.Optional;

/// What goes on in a room, for a list of rooms: also of rooms that nobody has opened. Immutable.
///
/// @param lastSeq the sequence number of the newest entry that is known of
/// @param readSeq how far this person has read, here or elsewhere
/// @param unread messages of others after `readSeq`, as far as they have come; no more than
///   [#MOST_UNREAD] are counted
/// @param mentions how many of them call this person by name
/// @param last the newest message, where one is known; its text is cut after [#PREVIEW_CHARACTERS]
public record RoomActivity(
        RoomId room, long lastSeq, long readSeq, int unread, int mentions, Optional<Message> last) {
    public static final int MOST_UNREAD = 1_000;
    public static final int PREVIEW_CHARACTERS = 300;
}
