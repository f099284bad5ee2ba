package dev.hearth.store;

import static java.util.Objects.requireNonNull;

import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;

/// A room in short.
///
/// @param lastSeq the sequence number of its newest entry; 0 while there is none
public record StoredRoom(RoomId id, String name, String topic, RoomKind kind, long lastSeq) {
    public StoredRoom {
        requireNonNull(id);
        requireNonNull(name);
        requireNonNull(topic);
        requireNonNull(kind);
    }
}
