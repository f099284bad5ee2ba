package dev.hearth.gateway;

import dev.hearth.model.EntryId;
import dev.hearth.model.EntryIds;

/// What a `clientOffset` of the plain chat is in the log. Stateless.
///
/// Offsets can be guessed: the tutorial's client counts them. So they are apart from the ids of
/// `/hearth`, or anybody there could use up the next ones, and those messages would be taken for
/// repetitions.
final class PlainIds {
    private PlainIds() {}

    static EntryId ofOffset(String offset) {
        return new EntryId(EntryIds.PLAIN + offset);
    }

    /// What its author called it.
    static EntryId offsetOf(EntryId id) {
        return EntryIds.isPlain(id)
                ? new EntryId(id.value().substring(EntryIds.PLAIN.length()))
                : id;
    }
}
