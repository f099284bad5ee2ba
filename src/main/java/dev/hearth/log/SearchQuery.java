package dev.hearth.log;

import dev.hearth.model.PersonId;
import dev.hearth.model.RoomId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// What is looked for.
///
/// @param text as a person typed it: words, all of which have to be there; the last one may be
///   unfinished; "in quotes" the words have to follow on each other
/// @param rooms where; nothing of any other room can be found
/// @param from by whom; empty: by anyone
/// @param since not before; empty: since ever
/// @param until before; empty: to this day
/// @param limit how many hits at most
public record SearchQuery(
        String text,
        Set<RoomId> rooms,
        Optional<PersonId> from,
        Optional<Instant> since,
        Optional<Instant> until,
        int limit) {
    public SearchQuery {
        rooms = Set.copyOf(rooms);
    }

    /// By anyone, at any time.
    public static SearchQuery of(String text, Set<RoomId> rooms, int limit) {
        return new SearchQuery(
                text, rooms, Optional.empty(), Optional.empty(), Optional.empty(), limit);
    }
}
