package dev.hearth.log;

import java.nio.file.Path;

/// What the owner of a chat should be told about its log.
public sealed interface StoreNotice {
    /// The log could not be used and was moved away, whole; a new one was begun.
    ///
    /// @param kept where it is now
    record SetAside(Path kept, String reason) implements StoreNotice {}

    /// The log was damaged. What can be read of it is in a new one, under the numbers and ids that
    /// it had; the damaged file was moved away, whole.
    ///
    /// @param kept where the damaged file is now
    /// @param saved how many entries were saved
    /// @param lost how many could not be read, as far as that is known
    /// @param sameEpoch whether what members hold of the log still fits it
    record Salvaged(Path kept, long saved, long lost, boolean sameEpoch) implements StoreNotice {}

    /// Entries of the log made no sense. A tombstone is in the place of each, and what they held is
    /// in a file.
    ///
    /// @param kept a line of JSON for each
    /// @param count how many
    record Unreadable(Path kept, int count) implements StoreNotice {}

    /// Nothing can be stored at present; reading goes on. Said once until [Recovered].
    record Refusing(StorageException failure) implements StoreNotice {}

    /// What could not be stored before is stored again.
    record Recovered() implements StoreNotice {}
}
