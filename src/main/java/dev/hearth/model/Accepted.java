package dev.hearth.model;

import static java.util.Objects.requireNonNull;

/// A command that the host has done, and has on disk.
///
/// @param seq the place of its entry in the room's log
public record Accepted(RoomId room, long seq) {
    public Accepted {
        requireNonNull(room);
    }
}
