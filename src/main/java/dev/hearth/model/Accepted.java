package dev.hearth.model;

/// A command that the host has done, and has on disk.
///
/// @param seq the place of its entry in the room's log
public record Accepted(RoomId room, long seq) {}
