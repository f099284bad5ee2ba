package dev.hearth.model;

import java.util.Locale;

/// Who may see a room.
public enum RoomKind {
    /// Everyone may see it and join.
    PUBLIC,
    /// Only its members and the invited know of it.
    PRIVATE,
    /// A conversation of two people.
    DIRECT;

    /// The name in the log and on the wire: lower case.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
