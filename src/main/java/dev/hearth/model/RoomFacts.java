package dev.hearth.model;

import java.util.Optional;

/// A room as everyone sees it who may see it: what is told to all of them alike. Immutable.
///
/// @param lastSeq the sequence number of its newest entry; 0 while there is none
/// @param memberCount how many are in it; 0 for `#lobby`, where everyone is
public record RoomFacts(
        RoomId id, String name, String topic, RoomKind kind, long lastSeq, int memberCount) {
    /// The room as somebody sees it who was told of it for the first time.
    public RoomHead unknownBefore() {
        return new RoomHead(
                id,
                name,
                topic,
                kind,
                lastSeq,
                0,
                Membership.OUTSIDE,
                memberCount,
                Optional.empty());
    }
}
