package dev.hearth.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who is in a hosted chat at one moment, as its host sees it.
///
/// @param here how many people are here
/// @param people who is here, then the members who are away; as many as were asked for
/// @param more whether there are others
public record Attendance(int here, List<Attendee> people, boolean more) {
    public Attendance {
        people = List.copyOf(people);
    }

    /// Somebody in it.
    ///
    /// @param here whether they are here, or gone for less than ten seconds
    /// @param since when the first of their connections came; empty while they have none
    /// @param roundTrip of the last heartbeat of their quickest connection; empty until there was a
    ///   heartbeat, and for clients of Engine.IO 3, which answer none
    /// @param muted whether they may not write in the lobby
    /// @param banned whether they may not come back
    public record Attendee(
            Person person,
            boolean here,
            Optional<Instant> since,
            Optional<Duration> roundTrip,
            boolean muted,
            boolean banned) {}
}
