package dev.hearth.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.OptionalLong;

/// A message as a joined chat shows it.
///
/// @param id stays the same while it goes from pending to confirmed
/// @param seq its place in the room's log, where the server tells one
/// @param from [Person#UNKNOWN] where the server does not tell
/// @param own whether this client wrote it
public record Message(
        EntryId id,
        RoomId room,
        OptionalLong seq,
        Person from,
        Instant at,
        String text,
        boolean own,
        Delivery delivery) {
    public Message {
        requireNonNull(id);
        requireNonNull(room);
        requireNonNull(seq);
        requireNonNull(from);
        requireNonNull(at);
        requireNonNull(text);
        requireNonNull(delivery);
    }

    public Message with(Delivery newDelivery) {
        return new Message(id, room, seq, from, at, text, own, newDelivery);
    }

    public Message confirmed(OptionalLong newSeq) {
        return new Message(id, room, newSeq, from, at, text, own, Delivery.DELIVERED);
    }
}
