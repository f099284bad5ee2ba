package dev.hearth.model;

/// Where a person stands with a room.
public enum Membership {
    /// In it.
    MEMBER,
    /// May come in.
    INVITED,
    /// Not in it: left, or was removed and may come back.
    OUTSIDE,
    /// Not in it, and may not come back.
    BANNED
}
