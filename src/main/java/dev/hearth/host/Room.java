package dev.hearth.host;

import dev.hearth.model.Entry;
import dev.hearth.model.Payload;
import dev.hearth.model.Payload.Deleted;
import dev.hearth.model.Payload.Edited;
import dev.hearth.model.Payload.Erased;
import dev.hearth.model.Payload.Invited;
import dev.hearth.model.Payload.Joined;
import dev.hearth.model.Payload.Left;
import dev.hearth.model.Payload.Muted;
import dev.hearth.model.Payload.Opened;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Payload.Reacted;
import dev.hearth.model.Payload.Removed;
import dev.hearth.model.Payload.Renamed;
import dev.hearth.model.Payload.RoleGiven;
import dev.hearth.model.Payload.TopicSet;
import dev.hearth.model.Payload.Unbanned;
import dev.hearth.model.Payload.Unmuted;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomFold;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.model.RoomState;
import dev.hearth.model.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// One room in memory: all but its messages. Confined to the host loop.
final class Room {
    private static final String LOBBY_NAME = "lobby";

    private final RoomId id;
    private final RoomFold fold;
    private RoomState state;
    private Instant lastAt;

    /// @param affairs the entries that are not about messages
    /// @param lastAt the time of the room's newest entry
    Room(RoomId id, List<Entry> affairs, Instant lastAt) {
        this.id = id;
        this.fold = new RoomFold(id);
        affairs.forEach(fold::apply);
        this.state = fold.state();
        this.lastAt = lastAt;
    }

    RoomId id() {
        return id;
    }

    boolean isLobby() {
        return id.equals(RoomId.LOBBY);
    }

    RoomState state() {
        return state;
    }

    /// The time of the newest entry.
    Instant lastAt() {
        return lastAt;
    }

    RoomKind kind() {
        return state.kind().orElse(RoomKind.PUBLIC);
    }

    String name() {
        return isLobby() ? LOBBY_NAME : state.name();
    }

    /// Where `person` stands; everyone is in `#lobby` who is not banned from it.
    Standing standing(PersonId person) {
        Standing said = state.standings().getOrDefault(person, Standing.OUTSIDE);
        return isLobby() && said != Standing.BANNED ? Standing.MEMBER : said;
    }

    boolean isIn(PersonId person) {
        return standing(person) == Standing.MEMBER;
    }

    boolean isSeenBy(PersonId person) {
        return switch (kind()) {
            case PUBLIC -> true;
            case PRIVATE, DIRECT ->
                    switch (standing(person)) {
                        case MEMBER, INVITED -> true;
                        case OUTSIDE, BANNED -> false;
                    };
        };
    }

    /// Who is in it; nobody in particular for `#lobby`.
    Set<PersonId> members() {
        return isLobby() ? Set.of() : state.members();
    }

    /// Takes in what was committed.
    void apply(Entry entry) {
        lastAt = entry.at();
        if (isAffair(entry.payload())) {
            fold.apply(entry);
            state = fold.state();
        }
    }

    /// Whether it is about the room, not about what was said in it.
    private static boolean isAffair(Payload payload) {
        return switch (payload) {
            case Posted _, Edited _, Deleted _, Erased _, Reacted _ -> false;
            case Opened _,
                    TopicSet _,
                    Renamed _,
                    Invited _,
                    Joined _,
                    Left _,
                    Removed _,
                    Unbanned _,
                    Muted _,
                    Unmuted _,
                    RoleGiven _ ->
                    true;
        };
    }
}
