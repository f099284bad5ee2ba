package dev.hearth.ui.rooms;

import dev.hearth.model.Entry;
import dev.hearth.model.Payload;
import dev.hearth.model.PersonId;
import dev.hearth.model.Removal;
import dev.hearth.model.Role;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who was given which role in a room, and who is muted or banned, as far as its entries were told.
/// FX thread only.
public final class RoomStandings {
    private final Map<PersonId, Role> roles = new HashMap<>();

    /// Until when; [Instant#MAX] for no end.
    private final Map<PersonId, Instant> muted = new HashMap<>();

    private final Set<PersonId> banned = new HashSet<>();

    public void happened(Entry entry) {
        switch (entry.payload()) {
            case Payload.Opened _ -> roles.put(entry.from().id(), Role.OWNER);
            case Payload.RoleGiven(PersonId person, Role role) -> roles.put(person, role);
            case Payload.Muted(PersonId person, var until) ->
                    muted.put(person, until.orElse(Instant.MAX));
            case Payload.Unmuted(PersonId person) -> muted.remove(person);
            case Payload.Removed(PersonId person, Removal by) -> {
                if (by == Removal.BAN) {
                    banned.add(person);
                }
            }
            case Payload.Unbanned(PersonId person) -> banned.remove(person);
            case Payload.Posted _,
                    Payload.Edited _,
                    Payload.Deleted _,
                    Payload.Erased _,
                    Payload.Reacted _,
                    Payload.TopicSet _,
                    Payload.Renamed _,
                    Payload.Invited _,
                    Payload.Joined _,
                    Payload.Left _,
                    Payload.Closed _,
                    Payload.Forgotten _ -> {}
        }
    }

    public Optional<Role> role(PersonId person) {
        return Optional.ofNullable(roles.get(person));
    }

    public boolean isMuted(PersonId person, Instant now) {
        return now.isBefore(muted.getOrDefault(person, Instant.MIN));
    }

    public boolean isBanned(PersonId person) {
        return banned.contains(person);
    }

    /// The log is another now.
    public void clear() {
        roles.clear();
        muted.clear();
        banned.clear();
    }
}
