package dev.hearth.gateway;

import dev.hearth.model.PersonId;
import java.util.Optional;

/// The tokens with which programs post, as the owner of the chat gave them. Thread-safe; may wait
/// for the disk.
public interface ProgramTokens {
    /// No program may post.
    ProgramTokens NONE = _ -> Optional.empty();

    /// Who posts with a token.
    ///
    /// @param id under which all of its messages are, whichever token it has by now
    /// @param name as the owner called it
    record Program(PersonId id, String name) {}

    /// Whose token this is, which is used now; empty where nobody has it any more.
    ///
    /// @throws dev.hearth.model.HearthException they cannot be read
    Optional<Program> use(String token);
}
