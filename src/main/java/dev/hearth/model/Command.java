package dev.hearth.model;

import static java.util.Objects.requireNonNull;

/// What a person asks a hosted chat to do.
public sealed interface Command {
    Person from();

    /// Writes `text` into `room`.
    ///
    /// @param id the author's own id for it: the same id again is the same message, never a second
    ///   one
    record PostMessage(Person from, RoomId room, EntryId id, String text) implements Command {
        public PostMessage {
            requireNonNull(from);
            requireNonNull(room);
            requireNonNull(id);
            requireNonNull(text);
        }
    }
}
