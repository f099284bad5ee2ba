package dev.hearth.host;

import dev.hearth.model.Command.CloseRoom;
import dev.hearth.model.Command.ForgetPerson;
import dev.hearth.model.Command.GiveRole;
import dev.hearth.model.Command.Invite;
import dev.hearth.model.Command.JoinRoom;
import dev.hearth.model.Command.LeaveRoom;
import dev.hearth.model.Command.OpenDirect;
import dev.hearth.model.Command.OpenRoom;
import dev.hearth.model.Command.RemovePerson;
import dev.hearth.model.Command.RenameRoom;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.Membership;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Removal;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import java.time.Instant;
import java.util.Optional;

/// Who may do what to a room and to those in it (docs/decisions/0006, the table). Looks at what is
/// committed. Confined to the host loop.
final class RoomRules {
    private final Rooms rooms;
    private final People people;

    RoomRules(Rooms rooms, People people) {
        this.rooms = rooms;
        this.people = people;
    }

    void open(Person from, OpenRoom command, Instant now) {
        checkNoGuest(from.role(), "Guests cannot open rooms.");
        rooms.quota().checkRoom(from, people.since(from.id()), now);
        if (command.kind() == RoomKind.PUBLIC) {
            rooms.checkFree(PayloadOf.tidy(command.name()), Optional.empty());
        }
    }

    void openDirect(Person from, OpenDirect command, Instant now) {
        person(command.with());
        checkNoGuest(from.role(), "Guests cannot open conversations.");
        if (command.with().equals(from.id())) {
            throw Refusals.forbidden("A conversation needs somebody else.");
        }
        rooms.quota().checkDirect(from, people.since(from.id()), now);
    }

    Room invite(Person from, Invite command) {
        Room room = rooms.seen(command.in(), from.id());
        checkOrdinary(room);
        person(command.person());
        if (!room.isIn(from.id())) {
            throw Refusals.forbidden("Join this room to invite others.");
        }
        checkNoGuest(Permissions.in(room, from), "Guests cannot invite others.");
        switch (room.standing(command.person())) {
            case MEMBER -> throw Refusals.forbidden("They are in this room already.");
            case BANNED -> throw Refusals.forbidden("They were banned. Lift the ban first.");
            case INVITED, OUTSIDE -> {}
        }
        return room;
    }

    Room join(Person from, JoinRoom command) {
        Room room = rooms.seen(command.in(), from.id());
        checkOrdinary(room);
        if (room.standing(from.id()) == Membership.BANNED) {
            throw new HearthException(ErrorCode.BANNED, "You were banned from this room.");
        }
        return room;
    }

    Room leave(Person from, LeaveRoom command) {
        Room room = rooms.seen(command.in(), from.id());
        checkOrdinary(room);
        switch (room.standing(from.id())) {
            case MEMBER, INVITED -> {}
            case OUTSIDE, BANNED -> throw Refusals.forbidden("You are not in this room.");
        }
        return room;
    }

    Room topic(Person from, RoomId id) {
        Room room = rooms.seen(id, from.id());
        checkNotDirect(room);
        checkModerates(room, from);
        return room;
    }

    Room rename(Person from, RenameRoom command) {
        Room room = rooms.seen(command.in(), from.id());
        checkOrdinary(room);
        checkModerates(room, from);
        if (room.kind() == RoomKind.PUBLIC) {
            rooms.checkFree(PayloadOf.tidy(command.name()), Optional.of(room.id()));
        }
        return room;
    }

    Room remove(Person from, RemovePerson command) {
        Room room = moderated(from, command.in(), command.person());
        Membership standing = room.standing(command.person());
        if (command.by() == Removal.KICK
                && standing != Membership.MEMBER
                && standing != Membership.INVITED) {
            throw Refusals.forbidden("They are not in this room.");
        }
        return room;
    }

    Room unban(Person from, RoomId id, PersonId person) {
        Room room = moderated(from, id, person);
        if (room.standing(person) != Membership.BANNED) {
            throw Refusals.forbidden("They are not banned from this room.");
        }
        return room;
    }

    /// Muting and its end.
    Room mute(Person from, RoomId id, PersonId person) {
        return moderated(from, id, person);
    }

    Room role(Person from, GiveRole command) {
        Room room = rooms.seen(command.in(), from.id());
        checkNotDirect(room);
        Person other = person(command.person());
        if (command.role() == Role.PROGRAM || other.role() == Role.PROGRAM) {
            throw Refusals.forbidden("A program stays a program, and nobody becomes one.");
        }
        boolean mayGive =
                Permissions.mayModerate(room, from) && Permissions.in(room, from) == Role.OWNER;
        if (!mayGive) {
            throw Refusals.forbidden("Only an owner can give roles.");
        }
        checkLower(room, from, other);
        return room;
    }

    /// Its owner closes a room, and the owner of the chat any that they see.
    Room close(Person from, CloseRoom command) {
        Room room = rooms.seen(command.in(), from.id());
        if (room.isLobby()) {
            throw Refusals.forbidden("The lobby is the chat itself. It cannot be closed.");
        }
        checkNotDirect(room);
        if (Permissions.in(room, from) != Role.OWNER && from.role() != Role.OWNER) {
            throw Refusals.forbidden("Only an owner can close a room.");
        }
        return room;
    }

    /// @return where the log says so
    Room forget(Person from, ForgetPerson command) {
        Person other = person(command.person());
        if (from.role() != Role.OWNER) {
            throw Refusals.forbidden("Only the owner of this chat can remove people.");
        }
        if (other.role() == Role.OWNER) {
            throw Refusals.forbidden("The owner of this chat cannot be removed.");
        }
        if (!people.isStored(other.id())) {
            throw Refusals.forbidden("This person is forgotten by themselves when they have gone.");
        }
        return rooms.lobby();
    }

    /// The room, where `from` may act on `person`.
    private Room moderated(Person from, RoomId id, PersonId person) {
        Room room = rooms.seen(id, from.id());
        checkNotDirect(room);
        Person other = person(person);
        checkModerates(room, from);
        checkLower(room, from, other);
        return room;
    }

    private static void checkLower(Room room, Person from, Person other) {
        if (from.id().equals(other.id())) {
            throw Refusals.forbidden("You cannot do this to yourself.");
        }
        if (!Permissions.isAbove(Permissions.in(room, from), Permissions.in(room, other))) {
            throw Refusals.forbidden("You can do this only to people of a lower role.");
        }
    }

    private static void checkModerates(Room room, Person from) {
        if (!Permissions.mayModerate(room, from)) {
            throw Refusals.forbidden("Only moderators of this room can do this.");
        }
    }

    private static void checkNoGuest(Role role, String sentence) {
        if (role == Role.GUEST) {
            throw Refusals.forbidden(sentence);
        }
    }

    /// Neither the lobby, in which everyone is, nor a conversation of two.
    private static void checkOrdinary(Room room) {
        if (room.isLobby()) {
            throw Refusals.forbidden("Everyone is in the lobby, and it keeps its name.");
        }
        checkNotDirect(room);
    }

    private static void checkNotDirect(Room room) {
        if (room.kind() == RoomKind.DIRECT) {
            throw Refusals.forbidden("A conversation of two stays as it is.");
        }
    }

    private Person person(PersonId id) {
        return people.find(id).orElseThrow(Refusals::noPerson);
    }
}
