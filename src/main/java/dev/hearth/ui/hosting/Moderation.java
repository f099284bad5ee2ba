package dev.hearth.ui.hosting;

import dev.hearth.model.PersonId;
import dev.hearth.model.Removal;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;

/// What is done about people, in a room or, by the lobby, in the chat. A refusal of the host is
/// shown to the person. FX thread only.
public interface Moderation {
    void muteForAWhile(RoomId room, PersonId person);

    void unmute(RoomId room, PersonId person);

    void remove(RoomId room, PersonId person, Removal by);

    void unban(RoomId room, PersonId person);

    void giveRole(RoomId room, PersonId person, Role role);

    /// Ends the way back of a stored person and frees their name; what they wrote stays.
    void forget(PersonId person);
}
