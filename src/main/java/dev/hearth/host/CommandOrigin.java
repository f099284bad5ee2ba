package dev.hearth.host;

import dev.hearth.model.Limits;

/// The way by which commands come: what follows from it for the rules.
///
/// @param scope among what the id of a command is the only one
/// @param maxBytes of a text
public record CommandOrigin(IdScope scope, Limits maxBytes) {
    /// Whose commands have different ids.
    public enum IdScope {
        /// Those of one person, who makes the ids.
        PERSON,
        /// Those of all people in one room: the host makes the ids.
        ROOM
    }

    /// The namespace of the app.
    public static final CommandOrigin HEARTH = new CommandOrigin(IdScope.PERSON, Limits.TEXT_BYTES);

    /// The namespace of the Socket.IO tutorials.
    public static final CommandOrigin PLAIN =
            new CommandOrigin(IdScope.ROOM, Limits.PLAIN_TEXT_BYTES);
}
