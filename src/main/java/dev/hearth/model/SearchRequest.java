package dev.hearth.model;

import java.time.Instant;
import java.util.Optional;

/// What is looked for in a chat.
///
/// @param text as a person typed it: words, all of which have to be there; the last one may be
///   unfinished; "in quotes" the words have to follow on each other
/// @param room where; empty: wherever this person may look
/// @param from by whom; empty: by anyone
/// @param since not before; empty: since ever
/// @param until before; empty: to this day
/// @param limit how many hits at most
public record SearchRequest(
        String text,
        Optional<RoomId> room,
        Optional<PersonId> from,
        Optional<Instant> since,
        Optional<Instant> until,
        int limit) {
    /// Everywhere, by anyone, at any time.
    public static SearchRequest of(String text, int limit) {
        return new SearchRequest(
                text,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                limit);
    }
}
