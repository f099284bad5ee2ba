package dev.hearth.model;

import java.util.Locale;

/// How somebody was made to leave a room.
public enum Removal {
    /// May come back.
    KICK,
    /// May not come back until the ban is lifted.
    BAN;

    /// The name in the log and on the wire: lower case.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
