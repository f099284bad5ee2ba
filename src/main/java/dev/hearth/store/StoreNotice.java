package dev.hearth.store;

import java.nio.file.Path;

/// What the owner of a chat should be told about its log.
public sealed interface StoreNotice {
    /// The log could not be used and was moved away, whole; a new one was begun.
    ///
    /// @param kept where it is now
    record SetAside(Path kept, String reason) implements StoreNotice {}

    /// Nothing can be stored at present; reading goes on. Said once until [Recovered].
    record Refusing(StorageException failure) implements StoreNotice {}

    /// What could not be stored before is stored again.
    record Recovered() implements StoreNotice {}
}
