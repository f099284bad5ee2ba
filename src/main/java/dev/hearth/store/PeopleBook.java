package dev.hearth.store;

import java.util.Optional;

/// The people whom a chat remembers. Calls block on the disk; any thread.
public interface PeopleBook {
    /// Who was given the token of this hash.
    Optional<StoredPerson> withToken(String tokenHash);

    /// Who bears `name` (compared folded) for good; guests bear none.
    Optional<StoredPerson> named(String name);

    /// Remembers a person, or what is new of one.
    ///
    /// @throws StorageException nothing was stored
    void save(StoredPerson person);
}
