package dev.hearth.model;

import java.time.Instant;

/// One line of a room's append-only log.
///
/// @param seq counts from 1 within the room, without gaps
/// @param at when the host took it, by its clock. Falls within a room only where that clock went
///   back by more than a minute: order is that of `seq`
public record Entry(RoomId room, long seq, EntryId id, Person from, Instant at, Payload payload) {
    public Entry {
        if (seq < 1) {
            throw new IllegalArgumentException("seq " + seq + " is below 1");
        }
    }

    public String kind() {
        return payload.kind();
    }

    /// The same entry, saying something else.
    public Entry with(Payload other) {
        return new Entry(room, seq, id, from, at, other);
    }
}
