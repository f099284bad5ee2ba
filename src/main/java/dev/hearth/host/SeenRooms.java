package dev.hearth.host;

import dev.hearth.model.RoomId;
import java.util.HashSet;
import java.util.Set;

/// The rooms that a person may read. Immutable: the loop makes it without going through the rooms,
/// and the thread that asked puts the two sets together.
///
/// @param open the public rooms, shared by everybody who asks until there is another one
/// @param own those that the person is in or invited to, `#lobby` excepted
public record SeenRooms(Set<RoomId> open, Set<RoomId> own) {
    boolean contains(RoomId room) {
        return open.contains(room) || own.contains(room);
    }

    /// Both; a copy.
    public Set<RoomId> all() {
        Set<RoomId> all = new HashSet<>(open);
        all.addAll(own);
        return all;
    }
}
