package dev.hearth.log;

import dev.hearth.model.EntryId;
import dev.hearth.model.Person;
import dev.hearth.model.RoomId;

/// Where a message is, and whose it is.
///
/// @param n its number among all entries of the log, by which [ChatLog#posts] goes on
public record StoredPost(long n, RoomId room, EntryId id, Person author) {}
