package dev.hearth.log;

import dev.hearth.model.Person;
import java.time.Instant;
import java.util.Optional;

/// A person as the log keeps them. Names are unique, folded, among all who are not guests.
///
/// @param publicKey the key that proves who they are
/// @param tokenHash a hash of the token they were given; never the token
/// @param since when they first came
public record StoredPerson(
        Person person, Optional<String> publicKey, Optional<String> tokenHash, Instant since) {}
