package dev.hearth.host;

import dev.hearth.model.Entry;
import dev.hearth.model.Membership;
import dev.hearth.model.Payload.Closed;
import dev.hearth.model.Payload.Forgotten;
import dev.hearth.model.Payload.Invited;
import dev.hearth.model.Payload.Joined;
import dev.hearth.model.Payload.Left;
import dev.hearth.model.Payload.MessagePayload;
import dev.hearth.model.Payload.Muted;
import dev.hearth.model.Payload.Opened;
import dev.hearth.model.Payload.Removed;
import dev.hearth.model.Payload.Renamed;
import dev.hearth.model.Payload.RoleGiven;
import dev.hearth.model.Payload.TopicSet;
import dev.hearth.model.Payload.Unbanned;
import dev.hearth.model.Payload.Unmuted;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import dev.hearth.model.RoomFold;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.model.RoomState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/// One room in memory: all but its messages. Confined to the host loop.
///
/// What changes with an entry is changed in place, and how many are in it is counted: somebody who
/// joins costs the same however many are in the room.
final class Room {
    private static final String LOBBY_NAME = "lobby";

    private final RoomId id;
    private final RoomFold fold;
    private final NavigableSet<PersonId> members =
            new TreeSet<>(Comparator.comparing(PersonId::value));
    private Optional<PersonId> opener = Optional.empty();
    private Optional<PersonId> with = Optional.empty();
    private boolean closed;
    private Instant lastAt = Instant.EPOCH;

    Room(RoomId id) {
        this.id = id;
        this.fold = new RoomFold(id);
    }

    RoomId id() {
        return id;
    }

    boolean isLobby() {
        return id.equals(RoomId.LOBBY);
    }

    /// A copy of all that is held.
    RoomState state() {
        return fold.state();
    }

    /// The time of the newest entry.
    Instant lastAt() {
        return lastAt;
    }

    void wasLastAt(Instant at) {
        lastAt = at;
    }

    RoomKind kind() {
        return fold.kind().orElse(RoomKind.PUBLIC);
    }

    boolean isPublic() {
        return kind() == RoomKind.PUBLIC;
    }

    String name() {
        return isLobby() ? LOBBY_NAME : fold.name();
    }

    String topic() {
        return fold.topic();
    }

    /// Whether it has ended.
    boolean isClosed() {
        return closed;
    }

    /// Where `person` stands; everyone is in `#lobby` who is not banned from it.
    Membership standing(PersonId person) {
        Membership said = fold.standing(person).orElse(Membership.OUTSIDE);
        return isLobby() && said != Membership.BANNED ? Membership.MEMBER : said;
    }

    boolean isIn(PersonId person) {
        return standing(person) == Membership.MEMBER;
    }

    boolean isSeenBy(PersonId person) {
        return isPublic() || isOwn(person);
    }

    /// Whether `person` is in it or invited.
    boolean isOwn(PersonId person) {
        return switch (standing(person)) {
            case MEMBER, INVITED -> true;
            case OUTSIDE, BANNED -> false;
        };
    }

    /// The role that was given to `person` here.
    Optional<Role> role(PersonId person) {
        return fold.role(person);
    }

    boolean isMuted(PersonId person, Instant now) {
        return fold.isMuted(person, now);
    }

    /// Who is in it, by id; nobody in particular for `#lobby`.
    NavigableSet<PersonId> members() {
        return members;
    }

    /// Who opened it; empty for `#lobby`.
    Optional<PersonId> opener() {
        return opener;
    }

    /// The one with whom `person` has this conversation of two.
    Optional<PersonId> other(PersonId person) {
        return opener.equals(Optional.of(person)) ? with : with.flatMap(_ -> opener);
    }

    /// Takes in what was committed.
    ///
    /// @return whose standing may be another one
    List<PersonId> apply(Entry entry) {
        lastAt = entry.at();
        if (entry.payload() instanceof MessagePayload) {
            return List.of();
        }
        fold.apply(entry);
        if (entry.payload() instanceof Opened opened) {
            opener = Optional.of(entry.from().id());
            with = opened.with();
        }
        closed |= entry.payload() instanceof Closed;
        List<PersonId> touched = touched(entry);
        if (!isLobby()) {
            touched.forEach(this::count);
        }
        return touched;
    }

    private void count(PersonId person) {
        if (isIn(person)) {
            members.add(person);
        } else {
            members.remove(person);
        }
    }

    private static List<PersonId> touched(Entry entry) {
        Person from = entry.from();
        return switch (entry.payload()) {
            case Opened opened ->
                    opened.with()
                            .map(other -> List.of(from.id(), other))
                            .orElse(List.of(from.id()));
            case Joined _, Left _ -> List.of(from.id());
            case Invited(PersonId person) -> List.of(person);
            case Removed removed -> List.of(removed.person());
            case Unbanned(PersonId person) -> List.of(person);
            case MessagePayload _,
                    TopicSet _,
                    Renamed _,
                    Muted _,
                    Unmuted _,
                    RoleGiven _,
                    Closed _,
                    Forgotten _ ->
                    List.of();
        };
    }
}
