package dev.hearth.model;

import java.util.Optional;

/// A room as one person sees it in the list: all but its messages. Immutable.
///
/// @param lastSeq the sequence number of its newest entry; 0 while there is none
/// @param readSeq how far this person has read
/// @param membership of this person; everyone is a member of `#lobby`
/// @param memberCount how many are in it; 0 for `#lobby`, where everyone is
/// @param with the other person of a conversation of two
public record RoomHead(
        RoomId id,
        String name,
        String topic,
        RoomKind kind,
        long lastSeq,
        long readSeq,
        Membership membership,
        int memberCount,
        Optional<PersonId> with) {
    /// The same person's view of the room, which is now as `facts` say.
    public RoomHead with(RoomFacts facts) {
        return new RoomHead(
                id,
                facts.name(),
                facts.topic(),
                kind,
                Math.max(lastSeq, facts.lastSeq()),
                readSeq,
                membership,
                facts.memberCount(),
                with);
    }
}
