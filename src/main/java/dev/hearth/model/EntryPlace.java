package dev.hearth.model;

/// Where in the log an entry is, without what it says.
public record EntryPlace(RoomId room, long seq, EntryId id) {}
