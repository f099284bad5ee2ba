package dev.hearth.gateway;

import dev.hearth.model.PersonId;
import java.util.function.BiPredicate;

/// Whom [RoomFanOut] brings the entries of rooms. On the host loop: must not block.
interface RoomReader {
    /// Nobody else's.
    String id();

    /// Whether it reads messages as they are now, not what happened to them one after the other.
    boolean isFolded();

    /// Whether it can take more. It says when it can again, after it could not.
    boolean isWritable();

    /// @param isOthers see [PlainWords#of]
    void take(EntryFrames frames, BiPredicate<String, PersonId> isOthers);

    /// Ends it: what comes next cannot be read.
    void cutOff(String reason);
}
