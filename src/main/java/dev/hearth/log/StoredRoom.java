package dev.hearth.log;

import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;

/// A room in short.
///
/// @param lastSeq the sequence number of its newest entry; 0 while there is none
public record StoredRoom(RoomId id, String name, String topic, RoomKind kind, long lastSeq) {}
