package dev.hearth.model;

import static java.util.Objects.requireNonNull;

/// The id of a room within one chat.
public record RoomId(String value) {
    /// The room that every chat has, and the only one a plain Socket.IO client sees.
    public static final RoomId LOBBY = new RoomId("#lobby");

    public RoomId {
        requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
