package dev.hearth.ui.chat;

import dev.hearth.model.Membership;
import dev.hearth.model.Person;
import dev.hearth.model.Role;
import dev.hearth.model.RoomKind;
import dev.hearth.ui.rooms.RoomItem;
import dev.hearth.ui.rooms.RoomStandings;

/// What a person may probably do in a room: it decides what is offered. The host decides what is
/// done; it may know more, since the entries that gave a role need not be here.
///
/// @param first whether it is the room that every server has
record RoomRights(RoomItem room, RoomStandings standings, Person you, boolean first) {
    private boolean isDirect() {
        return room.head().kind() == RoomKind.DIRECT;
    }

    private boolean isOrdinary() {
        return !first && !isDirect();
    }

    private Role roleOf(Person person) {
        Role inChat = person.role();
        Role here = standings.role(person.id()).orElse(Role.GUEST);
        boolean chatCounts = first || room.head().kind() == RoomKind.PUBLIC;
        return chatCounts && inChat.compareTo(here) < 0 ? inChat : here;
    }

    boolean canModerate() {
        return !isDirect() && roleOf(you).compareTo(Role.MODERATOR) <= 0;
    }

    boolean canRename() {
        return isOrdinary() && canModerate();
    }

    boolean canInvite() {
        return isOrdinary() && room.isIn() && you.role() != Role.GUEST;
    }

    boolean canLeave() {
        return isOrdinary() && (room.isIn() || room.head().membership() == Membership.INVITED);
    }

    boolean canClose() {
        return isOrdinary() && (roleOf(you) == Role.OWNER || you.role() == Role.OWNER);
    }

    boolean canModerate(Person person) {
        return canModerate() && roleOf(you).compareTo(roleOf(person)) < 0;
    }

    boolean canGiveRolesTo(Person person) {
        return canModerate(person) && roleOf(you) == Role.OWNER && person.role() != Role.PROGRAM;
    }

    boolean isModerator(Person person) {
        return roleOf(person) == Role.MODERATOR;
    }
}
