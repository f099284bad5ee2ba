package dev.hearth.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A room as its log tells it, at one moment. Immutable.
///
/// @param kind empty while the entry that opened it is not held
/// @param standings everyone the log says something of
/// @param roles the roles given in this room; everybody else has the one they have in the chat
/// @param mutes until when each muted person may not write; empty: until they are unmuted
/// @param messages those that are held, in order
public record RoomState(
        RoomId room,
        String name,
        String topic,
        Optional<RoomKind> kind,
        Map<PersonId, Membership> standings,
        Map<PersonId, Role> roles,
        Map<PersonId, Optional<Instant>> mutes,
        List<FoldedMessage> messages) {
    public RoomState {
        standings = Map.copyOf(standings);
        roles = Map.copyOf(roles);
        mutes = Map.copyOf(mutes);
        messages = List.copyOf(messages);
    }

    /// Who is in it.
    public Set<PersonId> members() {
        return standings.entrySet().stream()
                .filter(each -> each.getValue() == Membership.MEMBER)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether `person` may not write at `now`.
    public boolean isMuted(PersonId person, Instant now) {
        Optional<Instant> until = mutes.get(person);
        return until != null && until.map(now::isBefore).orElse(true);
    }
}
