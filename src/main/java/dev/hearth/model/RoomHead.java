package dev.hearth.model;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/// A room as one person sees it in the list: all but its messages. Immutable.
///
/// @param lastSeq the sequence number of its newest entry; 0 while there is none
/// @param readSeq how far this person has read
/// @param standing of this person; everyone is a member of `#lobby`
/// @param members who is in it; empty for `#lobby`, where everyone is
public record RoomHead(
        RoomId id,
        String name,
        String topic,
        RoomKind kind,
        long lastSeq,
        long readSeq,
        Standing standing,
        Set<PersonId> members) {
    public RoomHead {
        requireNonNull(id);
        requireNonNull(name);
        requireNonNull(topic);
        requireNonNull(kind);
        requireNonNull(standing);
        members = Set.copyOf(members);
    }
}
