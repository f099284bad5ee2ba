package dev.hearth.host;

import dev.hearth.model.Person;
import dev.hearth.model.Role;
import org.jspecify.annotations.Nullable;

/// What role a person has in a room, and what follows from it. Confined to the host loop.
///
/// The role in the chat holds in `#lobby`. In a public room a person has the role that was given
/// there, or the role in the chat; moderators of the chat moderate there too. In a private one the
/// role in the chat gives no power over others: only the room's own roles do.
final class Permissions {
    private Permissions() {}

    static Role in(Room room, Person person) {
        Role inChat = person.role();
        if (room.isLobby()) {
            return inChat;
        }
        @Nullable Role given = room.role(person.id()).orElse(null);
        return switch (room.kind()) {
            case PUBLIC -> {
                boolean chatCounts = moderates(inChat) && given != null && isAbove(inChat, given);
                yield given == null || chatCounts ? inChat : given;
            }
            case PRIVATE, DIRECT -> {
                Role modest = moderates(inChat) ? Role.MEMBER : inChat;
                yield given == null ? modest : given;
            }
        };
    }

    /// Whether `person` may moderate `room`. Nobody moderates a conversation of two. Who was given
    /// a role in a room has to be in it, who has one in the chat need not be.
    static boolean mayModerate(Room room, Person person) {
        return switch (room.kind()) {
            case DIRECT -> false;
            case PRIVATE -> room.isIn(person.id()) && moderates(in(room, person));
            case PUBLIC ->
                    moderates(in(room, person))
                            && (room.isIn(person.id()) || moderates(person.role()));
        };
    }

    static boolean moderates(Role role) {
        return switch (role) {
            case OWNER, MODERATOR -> true;
            case MEMBER, GUEST, PROGRAM -> false;
        };
    }

    /// Whether `role` is more than `other`.
    static boolean isAbove(Role role, Role other) {
        return role.compareTo(other) < 0;
    }
}
