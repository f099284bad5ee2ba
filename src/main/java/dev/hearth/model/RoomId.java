package dev.hearth.model;

/// The id of a room within one chat.
public record RoomId(String value) {
    /// The room that every chat has, and the only one a plain Socket.IO client sees.
    public static final RoomId LOBBY = new RoomId("#lobby");

    @Override
    public String toString() {
        return value;
    }
}
