package dev.hearth.host;

import dev.hearth.model.Command;
import dev.hearth.model.EntryId;
import java.util.Optional;

/// A command on its way to the host loop.
///
/// @param otherwise the id that a message gets where another message has the one in `command`
public record Submission(Command command, CommandOrigin origin, Optional<EntryId> otherwise) {
    /// What the app asks.
    public static Submission of(Command command) {
        return new Submission(command, CommandOrigin.HEARTH, Optional.empty());
    }
}
